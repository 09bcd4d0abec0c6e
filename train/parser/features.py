"""What the network sees of a word. src/read/model/features.ts does the same, to the bit."""

AFFIX_ROWS = 8192
AFFIX_FEATURES = 9

_PLAIN = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "--"}


def normal_form(form):
    """Lower case, straight quotes, plain dashes, every digit a 0."""
    out = []
    for c in form.lower():
        out.append("0" if "0" <= c <= "9" else _PLAIN.get(c, c))
    return "".join(out)


def shape(form):
    """X for upper case, x for lower, d for digits, other marks as they are; runs cut at 2, at most 8."""
    out = []
    for c in form:
        if "0" <= c <= "9":
            k = "d"
        elif c.lower() != c:
            k = "X"
        elif c.upper() != c:
            k = "x"
        else:
            k = c
        if len(out) >= 2 and out[-1] == k and out[-2] == k:
            continue
        out.append(k)
        if len(out) == 8:
            break
    return "".join(out)


def fnv1a(text):
    """FNV-1a, 32 bits, over UTF-16 code units."""
    h = 0x811C9DC5
    data = text.encode("utf-16-le", "surrogatepass")
    for i in range(0, len(data), 2):
        h = ((h ^ (data[i] | data[i + 1] << 8)) * 0x01000193) & 0xFFFFFFFF
    return h


def affixes(form):
    """The nine rows of the affix table that a word form adds up."""
    w = normal_form(form)
    keys = ["s1" + w[-1:], "s2" + w[-2:], "s3" + w[-3:], "s4" + w[-4:]]
    keys += ["p1" + w[:1], "p2" + w[:2], "p3" + w[:3], "sh" + shape(form), "w" + w]
    return [fnv1a(k) % AFFIX_ROWS for k in keys]
