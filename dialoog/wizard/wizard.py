"""The wizard on django-formtools: asks the steps of a run, keeps every answer, and finishes on a POST."""

from typing import Any

from django.dispatch import Signal
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from formtools.wizard.views import NamedUrlWizardView

from dialoog.languages.choice import url_in
from dialoog.limits.allowance import Allowance, Kind
from dialoog.staff.frame.looking import sees_content
from dialoog.wizard.forms import CheckForm, RunForm, StepForm
from dialoog.wizard.mistakes import MISTAKES, from_flag, to_flag
from dialoog.wizard.remarks import Typed
from dialoog.wizard.run import CHECK, Questionnaire, Run, RunChanged, RunCompleted, RunIncomplete
from dialoog.wizard.seen import SEEN, Seen, from_text
from dialoog.wizard.showing.aim import goal_of
from dialoog.wizard.showing.pages import check_page, step_page
from dialoog.wizard.signals import check_shown, leading_on
from dialoog.wizard.statements import consultation_of
from dialoog.wizard.tokens import hash_token

BUTTON = "knop"
BACK_TO_CHECK = "wijzig"
"""In the query of a step that was opened from the check page: return there."""
CHANGED = "veranderd"
"""In the query of the check page: the questions whose answer another tab changed since that page was shown."""
COPIED = "kopie"
"""In the query of the check page: these answers are a copy of those of another run, from which the visitor comes."""
NO_STEP = ""
"""Stock formtools finishes on a GET of one more step. Editors name steps, so its name is one no address can hold."""


@method_decorator(never_cache, name="dispatch")
class GuideWizard(NamedUrlWizardView):
    storage_name = "dialoog.wizard.storage.RunStorage"
    form_list: Any = [(CHECK, CheckForm)]
    """What formtools asks for at start-up; the steps come from the release of a run, so each request has its own."""

    run: Questionnaire

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.run = request.run = self.open()  # type: ignore[attr-defined]
        self.form_list = {**dict.fromkeys(self.run.catalogue.steps, StepForm), CHECK: CheckForm}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.run.is_completed:
            return self.to_report()
        try:
            return super().dispatch(request, *args, **kwargs)
        except RunCompleted:
            return self.to_report()

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """What changed elsewhere is told on the check page, also if that left a question open."""
        step, steps = kwargs["step"], self.run.step_slugs
        is_told = step == CHECK and bool(self.changed)
        if step not in steps or (steps.index(step) > steps.index(self.run.furthest_step) and not is_told):
            return redirect(self.get_step_url(self.run.open_step))
        return super().get(*args, **kwargs)

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.is_from_this_step(kwargs["step"]):
            return redirect(self.get_step_url(self.own_step(kwargs["step"])))
        if elsewhere := self.url_elsewhere(kwargs["step"]):
            self.save_draft(self.get_form(data=self.request.POST))
            return redirect(elsewhere)
        return super().post(*args, **kwargs)

    def render(self, form: Any = None, **kwargs: Any) -> HttpResponse:
        """Stock formtools answers a POST with a mistake with the page; here the page comes after a redirect."""
        if self.request.method != "POST":
            return super().render(form, **kwargs)
        self.save_draft(form)
        changed = self.run.changed_since(self.seen) if self.steps.current == CHECK else []
        return redirect(self.mistakes_url(self.steps.current, to_flag(form.refused()), changed))

    def is_from_this_step(self, step: str) -> bool:
        """The page knows which step it was; a POST without that, or from a step no longer asked, saves nothing."""
        same = self.request.POST.get(f"{self.prefix}-current_step") == step
        return same and step in self.run.step_slugs and "wizard_goto_step" not in self.request.POST

    def url_elsewhere(self, step: str) -> str:
        """Where a button leads that saves without judging; empty to go on, with nothing to tell first."""
        button, _, target = self.request.POST.get(BUTTON, "").partition(":")
        match button:
            case "terug":
                return self.url_before(step)
            case "later":
                return self.page_url("later")
            case "wijzig" if target in self.run.step_slugs:
                return self.change_url(target)
            case "taal" if found := url_in(self.request, target):
                return found
        return self.get_step_url(CHECK) if step == CHECK and self.has_new_notice() else ""

    def has_new_notice(self) -> bool:
        """Whoever typed what the PDF cannot show sees that on the check page, once, before the report is made."""
        return bool(self.get_form(data=self.request.POST).has_new_notice(self.run.saved.get(CHECK, {})))

    def own_step(self, step: str) -> str:
        return step if step in self.run.step_slugs else self.run.open_step

    def save_draft(self, form: Any) -> None:
        """Keep what was sent without judging it."""
        self.run.save(self.steps.current, form.draft(), form.typed())

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        return {"run": self.run, "step": step}

    def get_form_initial(self, step: str) -> dict[str, Any]:
        """What is ticked while nothing is saved."""
        goal = goal_of(self.run.catalogue, self.request.GET)
        return {self.run.catalogue.settings.goals_question: [goal.slug]} if goal else {}

    def get_form_list(self) -> dict[str, type[RunForm]]:
        """Of the steps that are asked, which the run knows; stock formtools asks a condition of each step."""
        self._resolved_form_list = self._cache_signature = None  # what stock formtools forgets after a save
        return {step: self.form_list[step] for step in self.run.step_slugs}

    def process_step(self, form: Any) -> tuple[dict[str, Any], Typed]:
        """What is kept of a step: clean answers and remarks, where stock formtools keeps the raw POST."""
        return form.answers(), form.typed()

    def process_step_files(self, form: Any) -> dict[str, Any]:
        """None are asked for, so none go to the storage: it has no place for a stray one, and would raise."""
        return {}

    def open(self) -> Questionnaire:
        """What is being filled in, from the address. Raises Http404."""
        run = open_run(self.token)
        run.allowance = Allowance.of(self.request, Kind.SAVE)
        return run

    @property
    def token(self) -> str:
        return str(self.kwargs["token"])

    def get_step_url(self, step: str) -> str:
        return reverse(self.url_name, kwargs={"token": self.token, "step": step})

    def page_url(self, name: str) -> str:
        """Of a page around the steps: `home`, `later` or `delete`."""
        return reverse("wizard:home") if name == "home" else reverse(f"wizard:{name}", kwargs={"token": self.token})

    def flagged_url(self, step: str, *flags: str) -> str:
        """Of a step, with flags in the query."""
        url = self.get_step_url(step)
        return f"{url}{'&' if '?' in url else '?'}{'&'.join(flags)}" if flags else url

    def texts_url(self, step: str) -> str:
        """For staff: which field each text of a step comes from."""
        return reverse("editorial:texts_step", kwargs={"token": self.token, "step": step})

    def change_url(self, step: str) -> str:
        """Of a step from which the visitor returns to the check page."""
        return self.flagged_url(step, BACK_TO_CHECK)

    def changed_url(self, questions: list[str], *flags: str) -> str:
        """Of the check page, that tells which questions have another answer."""
        return self.flagged_url(CHECK, *flags, *([f"{CHANGED}={','.join(questions)}"] if questions else []))

    def mistakes_url(self, step: str, mistakes: str, changed: list[str]) -> str:
        """Of a step that judges the draft that is there."""
        if step == CHECK:
            return self.changed_url(changed, mistakes)
        return self.flagged_url(step, *([BACK_TO_CHECK] if self.is_changing else []), mistakes)

    @property
    def is_changing(self) -> bool:
        """Whether the step was opened from the check page."""
        return BACK_TO_CHECK in self.request.GET

    @property
    def changed(self) -> list[str]:
        """Slugs of questions from the address, without what the release does not know."""
        slugs = self.request.GET.get(CHANGED, "").split(",")
        return [slug for slug in slugs if slug in self.run.catalogue.questions]

    @property
    def seen(self) -> Seen:
        """What the check page showed that was sent."""
        return from_text(self.request.POST.get(SEEN, ""))

    def step_before(self, step: str) -> str:
        """Where Back leads: to a step, to the check page, or, with an empty text, to the start page."""
        if self.is_changing and self.run.furthest_step == CHECK:
            return CHECK
        return self.get_prev_step(step) or ""

    def url_before(self, step: str) -> str:
        before = self.step_before(step)
        return self.get_step_url(before) if before else self.page_url("home")

    def render_next_step(self, form: Any, **kwargs: Any) -> HttpResponse:
        """The next step, or back to the check page; new questions come first."""
        following = self.run.open_step if self.is_changing else self.get_next_step()
        to_url = self.change_url if self.is_changing and following != CHECK else self.get_step_url
        return redirect(to_url(following))

    def render_done(self, form: Any, **kwargs: Any) -> HttpResponse:
        """Stock formtools redirects to a step to finish on; this one finishes right here, on the POST."""
        try:
            self.run.complete(self.seen, form.cleaned_data)
        except RunChanged as change:
            return redirect(self.changed_url(change.questions))
        except RunIncomplete:
            step = self.run.open_step
            return redirect(self.mistakes_url(CHECK, MISTAKES, []) if step == CHECK else self.change_url(step))
        return next((redirect(url) for url in self.answers_to(leading_on)), None) or self.to_report()

    def answers_to(self, signal: Signal) -> list[str]:
        """What those who build on the wizard have to say about this run."""
        said = signal.send(sender=type(self.run), request=self.request, run=self.run, token=self.kwargs.get("token"))
        return [answer for _receiver, answer in said if answer]

    def get_context_data(self, form: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(form=form, **kwargs)
        ways = {
            "delete_url": self.page_url("delete"),
            "is_changing": self.is_changing,
            "is_copy": COPIED in self.request.GET,
            "step_before": self.step_before(self.steps.current),
            "texts_url": self.texts_url(self.steps.current) if sees_content(self.request) else "",
        }
        return context | self.page(form) | ways

    def page(self, form: Any) -> dict[str, Any]:
        """Saved answers fill in a form like a POST does; only an address that says so has them judged."""
        judges = MISTAKES in self.request.GET
        errors = form.as_sent(from_flag(self.request.GET[MISTAKES])).errors if judges else {}
        if self.steps.current == CHECK:
            beforehand = {"beforehand": self.answers_to(check_shown)}
            return check_page(self.run, form, errors, self.changed) | beforehand
        return step_page(self.run, self.steps.current, form, errors)

    def get_template_names(self) -> list[str]:
        return [self.form_list[self.steps.current].template]

    def to_report(self) -> HttpResponse:
        return redirect("report:owner", token=self.token)


def open_run(token: str) -> Run:
    """The run that this owner's token opens; unknown, ended and expired links all give the same 404."""
    consultation = consultation_of(hash_token(token))
    if consultation is None:
        raise Http404("Geen adviestraject bij deze link.")
    return Run.of(consultation)
