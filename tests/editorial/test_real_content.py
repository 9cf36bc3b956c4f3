"""The checks on the content as it is, on the page's own five thousand sets of answers and as a command."""

import pytest
from django.core.management import CommandError, call_command

from dialoog.content.models import Rule
from dialoog.editorial.checks import Checked, FindingKind, check
from tests.builders import real_document

pytestmark = pytest.mark.slow


def test_the_real_content_has_no_errors_and_its_warnings_are_known() -> None:
    """What the SER must still do, and what editors may better; any other kind of finding is a mistake of ours."""
    checked = Checked()
    for _done in check(real_document(), checked):
        pass

    assert checked.errors == []
    assert len(checked.cases) == 61
    assert {finding.kind for finding in checked.findings} == {
        FindingKind.FEW_PARTNERS,
        FindingKind.NO_ADDRESS,
        FindingKind.UNCONFIRMED,
        FindingKind.UNCONFIRMED_ADDRESS,
    }


@pytest.mark.django_db
@pytest.mark.usefixtures("few_samples")
def test_the_command_ends_well_without_errors(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("check_content")

    assert "0 fouten" in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.usefixtures("few_samples")
def test_the_command_ends_with_1_on_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    Rule.objects.filter(code="K01").update(reason="")

    with pytest.raises(CommandError) as error:
        call_command("check_content", errors=True)

    assert error.value.returncode == 1
    out = capsys.readouterr().out
    assert "Adviesregel 'K01' heeft geen onderbouwing" in out
    assert "Waarschuwing:" not in out
