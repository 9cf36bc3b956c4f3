"""What is good once is good once, for two at the same moment too."""

import pytest
from django.contrib.auth.models import User

from dialoog.staff.access.approvals import Refused, approve, ask
from dialoog.staff.access.factors import codes_left, new_recovery_codes, verified_by
from dialoog.staff.access.models import ChangeKind, PendingChange
from tests.staff.access.people import code_of, make_user, with_app
from tests.together import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]


def test_a_recovery_code_lets_one_of_two_in() -> None:
    user = make_user()
    with_app(user)
    code = new_recovery_codes(user)[0]

    found = at_once(*[lambda: verified_by(User.objects.get(pk=user.pk), code)] * 2)

    assert sorted(result is None for result in found) == [False, True]
    assert codes_left(user) == 9


def test_a_code_of_an_app_lets_one_of_two_in() -> None:
    user = make_user()
    code = code_of(with_app(user))

    found = at_once(*[lambda: verified_by(User.objects.get(pk=user.pk), code)] * 2)

    assert sorted(result is None for result in found) == [False, True]


def test_a_change_is_approved_by_one_of_two() -> None:
    editor, manager = make_user("eva", "Redacteur"), make_user("max", "Beheerder")
    change = ask(ChangeKind.LINK, editor, manager)
    others = [make_user(name, "Beheerder") for name in ("col", "kim")]

    found = at_once(*[lambda other=other: approve(change.pk, other) for other in others])

    assert sorted(isinstance(result, Refused) for result in found) == [False, True]


def test_two_who_ask_the_same_at_once_leave_one_question() -> None:
    editor = make_user("eva", "Redacteur")
    managers = [make_user(name, "Beheerder") for name in ("max", "col")]

    found = at_once(*[lambda one=one: ask(ChangeKind.LINK, editor, one) for one in managers])

    assert not [result for result in found if isinstance(result, Exception)]
    assert PendingChange.objects.count() == 1
