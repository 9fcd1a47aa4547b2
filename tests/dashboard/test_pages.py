"""Every page keeps the page contract."""

from tests.contracts.page import PageContract


class TestTriage(PageContract):
    page = "triage"


class TestHandovers(PageContract):
    page = "handovers"


class TestCases(PageContract):
    page = "cases"


class TestFigures(PageContract):
    page = "figures"


class TestAccounts(PageContract):
    page = "accounts"


class TestAudit(PageContract):
    page = "audit"


class TestHelp(PageContract):
    page = "help"
