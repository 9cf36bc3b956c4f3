"""What a browser never sends and a robot does: the bytes of a value, a header or a cookie."""

from hypothesis import strategies as st

SCRIPT = "<script>alert(7)</script>"
"""Never on a page as it is."""

TEXTS = (
    *("", " ", "\0", "a\0b", "\x07\x1b[31m", "\r\nSet-Cookie: x=y", "\u202e\u2066", "\u200b", "👩‍👩‍👧‍👦", "é" * 3000),
    *(f"\"'>{SCRIPT}", "</textarea></title>", "{{ 7|add:7 }}{% debug %}", "'; DROP TABLE x; --", "%s%n%(x)s", "\\"),
    *("../" * 6 + "etc/passwd", "//kwaad.example/", "javascript:alert(7)", "x" * 6000, "a.b,c.d,", ".,.", "[]", "null"),
)
NUMBERS = (
    *("0", "-1", "1", "2147483648", "9223372036854775808", "9" * 400, "9" * 5000, "1e309", "NaN", "Infinity", "-0.0"),
    *("٣", "²", "½", "1_000", "0x10", "1.5", " 1 "),
)
DATES = ("0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-W01", "2026-01-01T25:00")
RAW = (b"\xff\xfe", b"\xed\xa0\x80", b"a\xc3", b"\xf4\x90\x80\x80")
"""No UTF-8."""

values: st.SearchStrategy[bytes] = st.one_of(
    st.sampled_from([text.encode() for text in (*TEXTS, *NUMBERS, *DATES)] + list(RAW)),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(str.encode),
    st.integers(-(2**70), 2**70).map(lambda number: str(number).encode()),
)

HEADERS = (
    *("accept", "accept-encoding", "accept-language", "if-modified-since", "if-none-match", "origin", "range"),
    *("referer", "sec-fetch-site", "user-agent", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"),
    *("x-http-method-override", "x-request-id", "x-requested-with"),
)
SAID = (
    *(
        "null",
        "same-origin",
        "cross-site",
        "gzip;q=0",
        "gzip;q=x,;",
        "https://kwaad.example/\xff",
        "*",
        '"x", W/"',
        "PUT",
    ),
    *("bytes=0-0,1-999999999999", "XMLHttpRequest", "9" * 5000, "::1%\t"),
)
headers: st.SearchStrategy[dict[str, str]] = st.dictionaries(
    st.sampled_from(HEADERS),
    st.sampled_from(SAID) | st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=20),
    max_size=2,
)

cookies: st.SearchStrategy[str] = st.sampled_from(
    [
        "",
        "=",
        ";;;",
        "a=b; a=c",
        "x" * 5000,
        r'messages="\000\012"',
        r'mening="\377"',
        "mening=x:y:z",
        "messages=W1tdXQ:",
    ]
)
"""Beside those that say who asks."""

json: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.sampled_from(TEXTS),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "rawId", "response", "type", "clientDataJSON", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
