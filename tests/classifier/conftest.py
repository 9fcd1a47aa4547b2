import pytest

from classifier.assess import load


@pytest.fixture(scope="session")
def classifier():
    """The model of the repository."""
    return load()
