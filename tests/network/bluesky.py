"""Runs a real AT-protocol network on loopback for tests and removes every trace of it."""

import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

import pytest
from atproto import Client, models
from atproto.exceptions import AtProtocolError

HERE = Path(__file__).resolve().parent
START_SECONDS = 120
LOG_TAIL = 30
PROGRAMS = ("initdb", "postgres", "pg_isready", "redis-server", "node", "setpriv")
Ref: TypeAlias = models.ComAtprotoRepoStrongRef.Main
ReplyRef: TypeAlias = models.AppBskyFeedPost.ReplyRef


class NetworkMissing(Exception):
    """A program or package that the network is made of is not on this machine; install.sh brings it."""


def modules_folder() -> Path:
    """The folder that install.sh fills when it is given none."""
    home = os.environ.get("STREIFE_HOME")
    return (Path(home) if home else HERE.parents[1] / "var") / "test-network"


class BlueskyNetwork:
    """One network of its own; accounts are named by their handles, which end in `.test`."""

    def __init__(self, modules: Path | None = None) -> None:
        self.pds = self.bsky = self.plc = ""
        self._modules = (modules or modules_folder()).resolve()
        self._programs = {name: _program(name) for name in PROGRAMS}
        if not (self._modules / ".installed").exists():
            raise NetworkMissing(f"{self._modules} has no npm packages: run tests/network/install.sh")
        self._accounts: dict[str, Client] = {}

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self._dir = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="streife-bluesky-")))
            self._dir.chmod(0o711)  # the database's own user must pass through
            self._stack = stack.enter_context(ExitStack())  # programs end before their folder goes
            postgres, redis, plc, pds, bsky, ozone = _free_ports(6)
            database = self._start_postgres(postgres)
            self._start_redis(redis)
            ports = {"PLC_PORT": plc, "PDS_PORT": pds, "BSKY_PORT": bsky, "OZONE_PORT": ozone}
            self._start_net(database, f"127.0.0.1:{redis}", ports)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def create_account(self, handle: str, password: str) -> tuple[str, str]:
        """A new account, logged in and known to the app view; gives (did, handle)."""
        client = Client(f"{self.pds}/xrpc")
        self._stack.callback(client.request.close)
        client.com.atproto.server.create_account(
            models.ComAtprotoServerCreateAccount.Data(
                handle=handle, password=password, email=f"{handle.replace('.', '-')}@example.org"
            )
        )
        time.sleep(1)  # the app view hears of it through the PDS's stream of events
        _until(lambda: _logged_in(client, handle, password), 20, f"{handle} unknown to the app view")
        self._accounts[handle] = client
        return self.client(handle).me.did, handle

    def client(self, handle: str) -> Client:
        """The logged-in client of an account made here."""
        return self._accounts[handle]

    def post(self, author: str, text: str, reply: ReplyRef | None = None, quoted: Ref | None = None) -> Ref:
        """Posts; every @handle of an account made here becomes a mention."""
        embed = models.AppBskyEmbedRecord.Main(record=quoted) if quoted else None
        sent = self.client(author).send_post(
            text, reply_to=reply, embed=embed, facets=self._mentions(text) or None
        )
        return Ref(uri=sent.uri, cid=sent.cid)

    def reply(self, author: str, text: str, parent: Ref, root: Ref | None = None) -> Ref:
        """Answers `parent`; `root` is the first post of the thread where that is another one."""
        return self.post(author, text, ReplyRef(parent=parent, root=root or parent))

    def quote(self, author: str, text: str, quoted: Ref) -> Ref:
        """Posts with another post quoted inside."""
        return self.post(author, text, quoted=quoted)

    def delete(self, author: str, post: Ref) -> None:
        """Takes a post back."""
        self.client(author).delete_post(post.uri)

    def _mentions(self, text: str) -> list[models.AppBskyRichtextFacet.Main]:
        facets = []
        for handle, client in self._accounts.items():
            start = text.find(f"@{handle}")
            if start >= 0:
                first = len(text[:start].encode())  # facets count bytes of UTF-8
                last = first + len(handle) + 1
                span = models.AppBskyRichtextFacet.ByteSlice(byte_start=first, byte_end=last)
                who = models.AppBskyRichtextFacet.Mention(did=client.me.did)
                facets.append(models.AppBskyRichtextFacet.Main(index=span, features=[who]))
        return facets

    def _start_postgres(self, port: int) -> str:
        user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None  # it refuses to run as root
        password, folder, secret = secrets.token_hex(16), self._dir / "postgres", self._dir / "password"
        folder.mkdir(mode=0o700)
        secret.touch(mode=0o600)
        secret.write_text(password)
        if user:
            os.chown(folder, user.pw_uid, user.pw_gid)
            os.chown(secret, user.pw_uid, user.pw_gid)
        initdb = [self._programs["initdb"], "-D", str(folder), "-U", "streife", "--pwfile", str(secret), "-N"]
        initdb += ["-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8"]
        if self._run("initdb", initdb, user).wait(START_SECONDS):
            raise RuntimeError(f"initdb failed\n{self._said('initdb')}")
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
        settings |= {"synchronous_commit": "off", "full_page_writes": "off", "max_connections": "200"}
        flags = [f"--{name}={value}" for name, value in settings.items()]
        command = [self._programs["postgres"], "-D", str(folder), "-p", str(port), *flags]
        program = self._run("postgres", command, user)
        ready = [self._programs["pg_isready"], "-q", "-h", "127.0.0.1", "-p", str(port)]
        self._wait("postgres", program, lambda: subprocess.run(ready, check=False).returncode == 0)
        return f"postgresql://streife:{password}@127.0.0.1:{port}/postgres"

    def _start_redis(self, port: int) -> None:
        flags = ["--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]
        program = self._run("redis", [self._programs["redis-server"], *flags, "--dir", str(self._dir)])
        self._wait("redis", program, lambda: _answers(port))

    def _start_net(self, database: str, redis: str, ports: dict[str, int]) -> None:
        settings = {"DB_POSTGRES_URL": database, "REDIS_HOST": redis, "TMPDIR": str(self._dir)}
        settings |= {"NETWORK_MODULES": str(self._modules)}
        settings |= {name: str(port) for name, port in ports.items()}
        program = self._run("net", [self._programs["node"], str(HERE / "net.mjs")], env=os.environ | settings)
        said = self._dir / "net.out"
        self._wait("net", program, lambda: said.read_text().endswith("\n"))
        urls = json.loads(said.read_text())
        self.pds, self.bsky, self.plc = urls["pds"], urls["bsky"], urls["plc"]

    def _run(
        self,
        name: str,
        command: list[str],
        user: pwd.struct_passwd | None = None,
        env: dict[str, str] | None = None,
    ) -> subprocess.Popen[bytes]:
        """Starts a program that ends with this process, however that ends."""
        guard = [self._programs["setpriv"], "--pdeathsig", "INT"]
        if user:
            guard += [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
        out, log = self._dir / f"{name}.out", self._dir / f"{name}.log"
        with out.open("wb") as to_out, log.open("wb") as to_log:
            program = subprocess.Popen(
                [*guard, "--", *command],
                cwd=self._dir,
                env=env,
                stdin=subprocess.PIPE,
                stdout=to_out,
                stderr=to_log,
                start_new_session=True,  # Ctrl-C goes to the test, which ends its programs in order
            )
        self._stack.callback(_end, program)
        return program

    def _wait(self, name: str, program: subprocess.Popen[bytes], ready: Callable[[], bool]) -> None:
        """Waits until it is ready, and says what it logged if it never is."""
        try:
            _until(lambda: program.poll() is not None or ready(), START_SECONDS, f"{name} is not ready")
        except TimeoutError as error:
            raise RuntimeError(f"{error}\n{self._said(name)}") from None
        if program.poll() is not None:
            raise RuntimeError(f"{name} ended with code {program.returncode}\n{self._said(name)}")

    def _said(self, name: str) -> str:
        logs = [self._dir / f"{name}.{kind}" for kind in ("out", "log")]
        lines = [line for log in logs for line in log.read_text(errors="replace").splitlines()]
        return "\n".join(lines[-LOG_TAIL:])


@pytest.fixture(scope="session")
def bluesky_network() -> Iterator[BlueskyNetwork]:
    """The network for all tests of a session; where it is not installed they are skipped."""
    try:
        network = BlueskyNetwork()
    except NetworkMissing as reason:
        pytest.skip(str(reason))
    with network:
        yield network


def _program(name: str) -> str:
    debian = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)  # not on the PATH
    found = shutil.which(name, path=os.pathsep.join([*debian, os.environ.get("PATH", os.defpath)]))
    if not found:
        raise NetworkMissing(f"{name} is not installed: run tests/network/install.sh")
    return found


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        taken = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [one.getsockname()[1] for one in taken]


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _logged_in(client: Client, handle: str, password: str) -> bool:
    try:
        return client.login(handle, password) is not None
    except AtProtocolError:
        return False


def _until(done: Callable[[], bool], seconds: float, complaint: str) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{complaint} after {seconds} s")
        time.sleep(0.1)


def _end(program: subprocess.Popen[bytes]) -> None:
    with program:
        program.send_signal(signal.SIGINT)  # to PostgreSQL: end at once, whoever is connected
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()
