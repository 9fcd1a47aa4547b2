"""What a package says of its own seal on its face: who signed it, and who told the time."""

from dataclasses import dataclass

from casework.visible import visible

NO_STAMP = "NOT time-stamped"
NO_STAMP_DE = "OHNE ZEITSTEMPEL: wann es entstand, sagt nur die Dienststelle selbst"
DEMO_DE = "ÜBUNG / DEMO: diese Unterschrift beweist nichts"
DEMO_EN = "DEMO: this signature proves nothing"


@dataclass(frozen=True, slots=True)
class Face:
    """Names come from the certificates; `certificate` is the SHA-256 (hex) of the signer's.

    `time_stamped_by` is empty where no authority told the time.
    """

    signed_by: str
    certificate_sha256: str
    demo: bool
    time_stamped_by: str

    def english(self) -> str:
        """One line for bag-info.txt."""
        demo = f" ({DEMO_EN})" if self.demo else ""
        stamped = f"time-stamped by {visible(self.time_stamped_by)}" if self.time_stamped_by else NO_STAMP
        return f"signed by {visible(self.signed_by)}{demo}; {stamped}"

    def german(self) -> tuple[str, ...]:
        """Lines for reports and leaflets: signer, warning where it is a demo, time."""
        stamped = f"Zeitstempel von {visible(self.time_stamped_by)}" if self.time_stamped_by else NO_STAMP_DE
        demo = (DEMO_DE,) if self.demo else ()
        return (f"signiert von {visible(self.signed_by)}", *demo, stamped)
