import pytest

from tests.fakes import MemoryCases


@pytest.fixture
def cases() -> MemoryCases:
    return MemoryCases()
