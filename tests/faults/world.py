"""A site with something of everything in it, so that every address has something to show, and those who ask for it."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.auth.tokens import default_token_generator
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from dialoog.advisers.adding import add
from dialoog.advisers.models import Held
from dialoog.advisers.opening import share_of
from dialoog.compare.pointing import pointers_in
from dialoog.content.document.exporting import export_document
from dialoog.content.models import Goal
from dialoog.content.models.versions import Version
from dialoog.content.releases.current import current_release
from dialoog.editorial.frame.links import to_text
from dialoog.editorial.models import Upload
from dialoog.insight.models import Remark
from dialoog.staff.access.models import ChangeKind, PendingChange
from tests.answers import ANSWERS
from tests.builders import real_catalogue
from tests.faults.addresses import Address
from tests.journey import Journey
from tests.second_opinion.people import invite
from tests.staff.permissions import ROLES

VISITOR, HALFWAY, BOSS = "bezoeker", "zonder tweede stap", "superuser"
"""Who has no account, who gave a password and not the second step, and who may do everything."""


OWN_ACTION = "~abcdefgh"
"""Key of an action that the owner of the finished run added to its plan."""


@dataclass(frozen=True)
class World:
    sessions: dict[str, str]
    """By who asks; a visitor has none."""
    tokens: tuple[str, ...]
    """Of a run that is under way and of one that is finished. Whoever knows one is the owner."""
    shares: tuple[str, ...]
    """Of readers; the first was ended by its owner."""
    invitation: str
    """Token with which a colleague of the finished run can answer apart."""
    right: str
    """Of the adviser to the report that is shared, as it stands in an address."""
    reset: tuple[str, str]
    """For a new password: the account and its token."""

    @property
    def persons(self) -> list[str]:
        return [VISITOR, *self.sessions]

    def cookies(self, person: str) -> dict[str, str]:
        if person == VISITOR:
            return {settings.DIALOOG_RUN_COOKIE: self.tokens[0]}
        return {settings.SESSION_COOKIE_NAME: self.sessions[person]}

    def good(self, address: Address, parameter: str) -> list[str]:
        """Values with which a part of this address leads somewhere. Raises KeyError for a part that nobody knows."""
        if address.name == "access:new_password":
            return [dict(zip(("uidb64", "token"), self.reset, strict=True))[parameter]]
        if parameter in ("token", "share"):
            known = self.tokens if parameter == "token" else self.shares
            is_under_way = address.name.startswith("wizard:") or "step" in address.parameters
            return [*(known if is_under_way else reversed(known)), self.shares[-1], self.right]
        if parameter == "invitation":
            return [self.invitation, self.shares[-1]]
        if parameter == "version":
            record = self.good(address, "pk")[0]
            return [
                str(pk)
                for pk in Version.objects.of_kind(address.model).filter(instance_pk=record).values_list("pk", flat=True)
            ]
        if parameter == "pk" and address.name in OF_RECORD:
            return [str(OF_RECORD[address.name].order_by("pk").values_list("pk", flat=True)[0])]
        if parameter in ("object_id", "id", "pk") and address.model:
            return [str(pk) for pk in address.model._default_manager.values_list("pk", flat=True)[:2]] or ["1"]
        if address.name in SLUGS:
            return [SLUGS[address.name]]
        if address.name == "admin:view_on_site":
            return [str(ContentType.objects.get_for_model(Goal).pk if parameter == "content_type_id" else 1)]
        return {
            "sheet": ["email", "taakverdeling"],
            "form": ["docx", "odt"],
            "step": [*real_catalogue().steps, "controle", "klaar"],
            "edition": ["advies", "dossier"],
            "key": ["stakeholdergroep", OWN_ACTION],
            "collection": ["rules"],
            "identity": ["K01"],
            "number": [str(current_release().number)],
            "kind": ["totpdevice"],
            "app_label": ["content", "insight", "auth"],
            "url": ["bestaat-niet/"],
        }[parameter]

    def query(self, address: Address) -> str:
        """What makes an address show something that shows nothing, or little, without."""
        return QUERIES.get(address.name, "")


SLUGS = {
    "knowledge:goal": "kennis",
    "knowledge:partner": "lokale_vakbond",
    "knowledge:example": "pakistan_loon",
}
QUERIES = {
    "knowledge:search": "q=vakbond",
    "admin:autocomplete": "app_label=content&model_name=caution&field_name=facts&term=vak",
    "editorial:preview_pdf": f"antwoorden={to_text(ANSWERS)}",
    "editorial:preview_report": f"antwoorden={to_text(ANSWERS)}",
    "editorial:texts_preview_report": f"antwoorden={to_text(ANSWERS)}",
    "editorial:release_difference": "van=1&naar=1",
    "editorial:search": "q=vakbond",
    "content:answers": "vraag=1",
}
OF_RECORD: dict[str, Any] = {
    "access:of_account": User.objects,
    "access:remove": TOTPDevice.objects.filter(user__is_superuser=True),
    "editorial:replace": Upload.objects,
    "advisers:entry": Held.objects,
    "advisers:take_out": Held.objects,
}


def build_world() -> World:
    """Costs about a second; whoever calls it undoes it."""
    open_run, finished = Journey(Client()).walk_to("thema"), Journey(Client()).finish(title="Lonen", contact="Els")
    ended = finished.shared
    finished.client.post(f"/advies/{finished.token}/deellink/")
    people = {role: _staff(role.lower(), role) for role in ROLES}
    people |= {HALFWAY: _staff("half", ROLES[0]), BOSS: User.objects.create_superuser("baas", "baas@example.nl")}
    for name in (HALFWAY, BOSS):
        TOTPDevice.objects.create(user=people[name], name="Authenticatie-app", confirmed=True)
    finished.client.post(f"/advies/{finished.token}/plan/eigen/", {"text": "Koop taart", "key": OWN_ACTION})
    invitation = _invite(finished)
    _leave_records(people)
    account = people[ROLES[-1]]
    held = [add(person, pointers_in(finished.shared))[0][0] for person in (people[BOSS], account)]
    return World(
        {name: _session(user) for name, user in people.items()},
        (open_run.token, finished.token),
        tuple(path.strip("/").partition("/")[2] for path in (ended, finished.shared)),
        invitation,
        share_of(held[-1]),
        (urlsafe_base64_encode(force_bytes(account.pk)), default_token_generator.make_token(account)),
    )


def _invite(host: Journey) -> str:
    """One colleague who is half-way, and one who did not begin yet."""
    used, unused = invite(host), invite(host, "directie")
    Journey(Client(), begin=used)
    return unused.strip("/").partition("/")[2]


def _leave_records(people: dict[str, User]) -> None:
    boss = people[BOSS]
    Remark.objects.create(day=timezone.localdate(), is_useful=True, text="Fijn.")
    Upload.objects.create(document=export_document(), author=boss)
    PendingChange.objects.create(account=people[ROLES[0]], kind=ChangeKind.FACTOR, asked_by=boss)


def _staff(username: str, role: str) -> User:
    user = User.objects.create_user(username, f"{username}@example.nl", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    if user.is_superuser:
        session = client.session
        session[DEVICE_ID_SESSION_KEY] = TOTPDevice.objects.get(user=user).persistent_id
        session.save()
    return client.cookies[settings.SESSION_COOKIE_NAME].value
