"""What strangers may send us before we know who they are: never more than fits."""

from starlette.requests import Request


async def body_of(request: Request, most: int) -> bytes | None:
    """The very bytes that were sent; None where there are more than `most`, which are not waited for."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            return None
    return bytes(body)
