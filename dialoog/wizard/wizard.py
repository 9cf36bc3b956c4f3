"""The wizard on django-formtools: asks the steps of a run, keeps every answer, and finishes on a POST."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from formtools.wizard.forms import ManagementForm
from formtools.wizard.views import NamedUrlWizardView

from dialoog.wizard.forms import CheckForm, StepForm
from dialoog.wizard.models import Consultation
from dialoog.wizard.pages import check_page, step_page
from dialoog.wizard.run import CHECK, Questionnaire, Run, RunCompleted, RunIncomplete

BUTTON = "knop"
BACK_TO_CHECK = "wijzig"
"""In the query of a step that was opened from the check page: return there."""
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
        steps = self.run.catalogue.steps
        self.form_list = {**dict.fromkeys(steps, StepForm), CHECK: CheckForm}
        self.condition_dict = {step: partial(_is_asked, step=step) for step in steps}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.run.is_completed:
            return self.to_report()
        try:
            return super().dispatch(request, *args, **kwargs)
        except RunCompleted:
            return self.to_report()

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        step, steps = kwargs["step"], self.run.step_slugs
        if step not in steps or steps.index(step) > steps.index(self.run.furthest_step):
            return redirect(self.get_step_url(self.run.open_step))
        return super().get(*args, **kwargs)

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.is_from_this_step(kwargs["step"]):
            return redirect(self.get_step_url(self.own_step(kwargs["step"])))
        if elsewhere := self.url_elsewhere(kwargs["step"]):
            self.save_draft()
            return redirect(elsewhere)
        return super().post(*args, **kwargs)

    def is_from_this_step(self, step: str) -> bool:
        """The page knows which step it was; a POST without that, or from a step no longer asked, saves nothing."""
        management = ManagementForm(self.request.POST, prefix=self.prefix)
        same = management.is_valid() and management.cleaned_data["current_step"] == step
        return same and step in self.run.step_slugs and "wizard_goto_step" not in self.request.POST

    def url_elsewhere(self, step: str) -> str:
        """Where a button leads that saves without judging; empty for the button to go on."""
        button, _, target = self.request.POST.get(BUTTON, "").partition(":")
        match button:
            case "terug":
                return self.url_before(step)
            case "later":
                return self.page_url("later")
            case "wijzig" if target in self.run.step_slugs:
                return self.change_url(target)
        return ""

    def own_step(self, step: str) -> str:
        return step if step in self.run.step_slugs else self.run.open_step

    def save_draft(self) -> None:
        """Keep what is there without judging it, next to what was saved before."""
        step = self.steps.current
        form = self.get_form(data=self.request.POST)
        saved = self.run.saved.get(step, {}) if step == CHECK else {}
        self.run.save(step, {**saved, **form.draft()})

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        return {"run": self.run, "step": step}

    def process_step(self, form: Any) -> dict[str, Any]:
        """What is kept of a step: clean answers, where stock formtools keeps the raw POST."""
        return dict(form.cleaned_data)

    def process_step_files(self, form: Any) -> dict[str, Any]:
        """None are asked for, so none go to the storage: it has no place for a stray one, and would raise."""
        return {}

    def open(self) -> Questionnaire:
        """What is being filled in, from the address. Raises Http404."""
        return open_run(self.token)

    @property
    def token(self) -> str:
        return str(self.kwargs["token"])

    def get_step_url(self, step: str) -> str:
        return reverse(self.url_name, kwargs={"token": self.token, "step": step})

    def page_url(self, name: str) -> str:
        """Of a page around the steps: `home`, `later` or `delete`."""
        return reverse("wizard:home") if name == "home" else reverse(f"wizard:{name}", kwargs={"token": self.token})

    def change_url(self, step: str) -> str:
        """Of a step from which the visitor returns to the check page."""
        url = self.get_step_url(step)
        return f"{url}{'&' if '?' in url else '?'}{BACK_TO_CHECK}"

    def url_before(self, step: str) -> str:
        if BACK_TO_CHECK in self.request.GET and self.run.furthest_step == CHECK:
            return self.get_step_url(CHECK)
        before = self.get_prev_step(step)
        return self.get_step_url(before) if before else self.page_url("home")

    def render_next_step(self, form: Any, **kwargs: Any) -> HttpResponse:
        """The next step, or back to the check page; new questions come first."""
        changing = BACK_TO_CHECK in self.request.GET
        following = self.run.open_step if changing else self.get_next_step()
        return redirect((self.change_url if changing and following != CHECK else self.get_step_url)(following))

    def render_done(self, form: Any, **kwargs: Any) -> HttpResponse:
        """Stock formtools redirects to a step to finish on; this one finishes right here, on the POST."""
        try:
            self.run.complete()
        except RunIncomplete:
            return redirect(self.change_url(self.run.open_step))
        return self.to_report()

    def get_context_data(self, form: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(form=form, **kwargs)
        return context | self.page(form) | {"delete_url": self.page_url("delete")}

    def page(self, form: Any) -> dict[str, Any]:
        """Saved answers prefill a form like a POST does; only a POST is told what is wrong with it."""
        errors = form.errors if self.request.method == "POST" else {}
        if self.steps.current == CHECK:
            return check_page(self.run, form, errors)
        return step_page(self.run, self.steps.current, form, errors)

    def get_template_names(self) -> list[str]:
        return [self.form_list[self.steps.current].template]

    def to_report(self) -> HttpResponse:
        return redirect("report:owner", token=self.token)


def _is_asked(wizard: GuideWizard, step: str) -> bool:
    return step in wizard.run.step_slugs


def open_run(token: str) -> Run:
    """The run that this owner's token opens; unknown, ended and expired links all give the same 404."""
    consultation = Consultation.objects.owned_with(token).with_release().first()
    if consultation is None:
        raise Http404("Geen adviestraject bij deze link.")
    return Run.of(consultation)
