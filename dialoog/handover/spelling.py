"""How a sharing code is read aloud: each letter by a name, since letters sound like each other."""

from django.utils.translation import gettext as _

from dialoog.handover.codes import SIGNS, in_threes

LETTERS = [sign for sign in SIGNS if sign.isalpha()]


def spelled(code: str) -> str:
    """The code in threes, with a name for each letter in the active language; a digit is its own name."""
    names = spelling()
    threes = in_threes(code).split("-")
    return " – ".join(", ".join(names.get(sign, sign) for sign in three) for three in threes)


def spelling() -> dict[str, str]:
    """The name of each letter that a code can have."""
    # Translators: the spelling alphabet of the language, for A C E F G H J K M N P R T V W X Y in this order.
    names = _(
        "Anton, Cornelis, Eduard, Ferdinand, Gerard, Hendrik, Johan, Karel, Maria, Nico, Pieter, Rudolf, Teunis, "
        "Victor, Willem, Xantippe, Ypsilon"
    )
    return dict(zip(LETTERS, names.split(", "), strict=False))
