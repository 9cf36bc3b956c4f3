"""Keys and codes that nobody needs to think up. They can be changed before the first save."""

import re
import unicodedata
from collections import Counter
from itertools import count
from typing import Any

from django import forms
from django.forms.widgets import Script
from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from dialoog.content.models import Goal, Rule, Step

SOURCES = ("name", "title", "label", "part", "text")
"""The fields that a key can come from: the first that is there and filled in."""
LONGEST = 40
DIGITS = 2


class SuggestsKey(forms.ModelForm):
    """A new record may leave its key to us."""

    class Media:
        js = [Script("js/suggested_key.js", type="module")]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs_key = "slug" in self.fields and not self.instance.pk
        if self.needs_key:
            field = self.fields["slug"]
            field.required = False
            field.help_text = f"{field.help_text} {_('Laat leeg, dan bedenken we er een.')}"
            sources = [name for name in SOURCES if name in self.fields]
            field.widget.attrs |= {"data-suggested-from": " ".join(sources), "data-joined-by": self.joined_by}

    @property
    def joined_by(self) -> str:
        """What stands between the words of a key: that of a step is part of an address."""
        return "-" if self._meta.model is Step else "_"

    def clean(self) -> None:
        super().clean()
        if self.needs_key and "slug" in self.cleaned_data and not self.cleaned_data["slug"]:
            texts = (self.cleaned_data.get(name) for name in SOURCES)
            key = key_from(next(filter(None, texts), ""), self.joined_by)
            if key:
                self.cleaned_data["slug"] = self.free(key)
            else:
                self.add_error("slug", _("Vul een sleutel in."))

    def free(self, key: str) -> str:
        if not self._meta.model._meta.get_field("slug").unique:
            return key
        taken = set(self._meta.model._default_manager.values_list("slug", flat=True))
        later = (f"{key}{self.joined_by}{number}" for number in count(2))
        return key if key not in taken else next(found for found in later if found not in taken)


def key_from(text: str, joined_by: str) -> str:
    """`Één vakbond & meer` gives `een_vakbond_meer`; a long text loses its last words."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"^[^a-z]+", "", re.sub(r"[^a-z0-9]+", " ", plain)).split()
    while len(words) > 1 and len(joined_by.join(words)) > LONGEST:
        words.pop()
    return joined_by.join(words)[:LONGEST]


class SuggestsCode(forms.ModelForm):
    """A new rule may leave its code to us: the next of its goal."""

    class Media:
        js = [Script("js/suggested_code.js", type="module")]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "code" in self.fields and not self.instance.pk:
            field = self.fields["code"]
            field.required = False
            field.help_text = f"{field.help_text} {_('Laat leeg, dan krijgt de regel de volgende code van het doel.')}"
            field.widget.attrs["data-next-code"] = reverse_lazy("content:next_code")

    def clean(self) -> None:
        super().clean()
        if "code" in self.cleaned_data and not self.cleaned_data["code"] and not self.instance.pk:
            self.cleaned_data["code"] = next_code(self.cleaned_data.get("goal"))


def next_code(goal: Goal | None) -> str:
    """The next number after those with the letter that most rules of this goal have: `K26`."""
    letter = _letter(goal)
    numbers = [int(code[1:]) for code in Rule.objects.values_list("code", flat=True) if code[0] == letter]
    return f"{letter}{max(numbers, default=0) + 1:0{DIGITS}d}"


def _letter(goal: Goal | None) -> str:
    codes = Rule.objects.filter(goal=goal).order_by("code").values_list("code", flat=True)
    if counted := Counter(code[0] for code in codes).most_common(1):
        return counted[0][0]
    taken = {code[0] for code in Rule.objects.values_list("code", flat=True)}
    letters = [letter for letter in (goal.name if goal else "").upper() if "A" <= letter <= "Z"]
    return next((letter for letter in (*letters, *"ABCDEFGHIJKLMNOPQRSTUVWXYZ") if letter not in taken), "Z")
