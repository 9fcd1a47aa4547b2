"""What must never be missed: a few named rules in four languages, a floor under the model's emergency score.

Each rule reads the normalised text (classifier.normalise: ae oe ue ss, a for å). A rule is silent where the
same text says that the danger is past, played, only quoted or figurative; the model still has its say then.
"""

import re
from dataclasses import dataclass

from classifier.normalise import Reading


@dataclass(frozen=True, slots=True)
class Rule:
    """A named danger, the words that announce it, and the words that take it back."""

    name: str
    announces: re.Pattern[str]
    takes_back: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Alarm:
    """A rule that fired on characters [start, end) of the reading."""

    rule: str
    start: int
    end: int


def alarms(reading: Reading) -> list[Alarm]:
    """Every rule that fires, in the order of the rules."""
    fired = []
    for rule in RULES:
        match = rule.announces.search(reading.text)
        if match and not rule.takes_back.search(reading.text):
            fired.append(Alarm(rule.name, *match.span()))
    return fired


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(phrases) + r")(?!\w)")


_UNREAL = (
    r"gestern|vorgestern|neulich|damals|letzte[nrs]? \w+|vorige[nr]? \w+|vor (?:0+|\w+) (?:tag|woche|monat|jahr)\w*",
    r"frueher|seit \w+ (?:tagen|wochen|monaten|jahren)|fehlalarm|zum glueck|gott sei dank|entwarnung|nachruf",
    r"film|serie|krimi|tatort|theater\w*|buehne|roman|buch|zocken|gezockt|game|uebung\w*|training|probe|kostuem",
    r"yesterday|last (?:night|week|month|year|\w+day)|ago|movie|novel|drill|rehearsal|false alarm|thankfully",
    r"gisteren|eergisteren|vorige|afgelopen|geleden|vroeger|oefening|toneel\w*|loos alarm|gelukkig",
    r"igar|i gar|forra \w+|foerra \w+|sedan i|for \w+ sedan|foer \w+ sedan|oevning\w*|teater\w*|falskt? (?:a)?larm",
    r"was (?:tun|mache|machen) (?:wir|ich|man),? wenn|was ist,? wenn|what if|wat als|vad goer man om",
    r"(?:kurs|lehrgang|vortrag|plakat|kampagne|course|campaign|cursus|kurs i)",
)
_LAUGHTER = (r"lachen|laughing|laughter|lachend|skratt\w*|langeweile|boredom|hitze|muskelkater|peinlich\w*|😂+|🤣+|haha\w*",)
_SELF = r"(?:mich|mir|sich|me|myself|himself|herself|mezelf|me zelf|zich\w*|mig|mej|sig|sej)"
_NOW = r"(?:jetzt|gerade|grad|grade|hier|now|right now|nu|just nu|nou|hierheen|momentan|here)"
_BLADE = (
    r"\w*(?:messer|machete|axt|beil|pistole|gewehr|schusswaffe|waffe|knife|gun|pistol|rifle|axe|bijl|pistool"
    r"|kniv|yxa|gevaer|bomb|bombe|bom)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "suicide_announced",
        _any(
            rf"bring(?:e|t)? {_SELF} (?:\w+ ){{0,2}}um",
            rf"(?:will|wird|moechte|werde|wollte) {_SELF} (?:\w+ ){{0,2}}(?:umbringen|das leben nehmen|erhaengen|toeten)",
            rf"nehm(?:e)? {_SELF} (?:\w+ ){{0,2}}das leben",
            r"(?:will|mag|moechte|kann) (?:einfach |wirklich )?nicht mehr (?:leben|da sein|aufwachen|hier sein|weiterleben)",
            r"(?:mache?|mach ich) (?:\w+ ){0,2}schluss mit (?:allem|dem leben|mir)",
            r"(?:steht|steh|stehe|sitzt|sitze) (?:\w+ ){0,3}(?:auf|an) (?:der|dem|einer|einem) (?:\w*bruecke|dach|\w*gelaender)"
            r" .{0,40}?(?:spring|unten|runter|schluss|nicht mehr)",
            r"(?:tabletten|pillen) (?:\w+ ){0,3}(?:geschluckt|genommen|eingenommen)|abschiedsbrief",
            r"(?:going to|gonna|will|wants to|want to|i'?ll) (?:kill (?:my|him|her)self|end it all|end my life|take my (?:own )?life)",
            r"(?:don'?t|do not|doesn'?t) want to (?:be here|live|wake up|exist) (?:any ?more|tomorrow)?",
            r"(?:taken|took|swallowed) (?:all )?(?:\w+ ){0,3}(?:pills|tablets)|suicide note|goodbye note",
            r"(?:maak|maakt|ga|gaat) (?:\w+ ){0,2}(?:er )?een eind(?:e)? aan|wil niet meer (?:leven|verder leven|wakker worden)",
            r"(?:spring|springt|springen) (?:\w+ ){0,3}van (?:de|het) (?:\w*brug|dak|flat|balkon)|afscheidsbrief",
            r"pillen (?:\w+ ){0,3}(?:geslikt|ingenomen|genomen)|zelfmoord (?:plegen|gaan plegen)",
            rf"(?:ta|tar|tog) livet av {_SELF}|(?:orkar|vill) inte (?:leva|finnas|vakna)(?: laengre| mer)?|avskedsbrev",
            r"(?:tagit|svalt|tog) (?:\w+ ){0,3}(?:tabletter|tabletterna|piller|pillren)|hoppa(?:r)? (?:\w+ ){0,3}fran (?:bron|taket)",
        ),
        _any(*_UNREAL, *_LAUGHTER),
    ),
    Rule(
        "attack_now",
        _any(
            rf"mit (?:\w+ ){{0,3}}{_BLADE} (?:\w+ ){{0,6}}(?:auf|rum|herum|bedroht|unterwegs|vor|rennt|laeuft|steht|fuchtelt)",
            rf"(?:hat|hatte|haben|haelt|zieht) (?:\w+ ){{0,4}}{_BLADE} .{{0,50}}?{_NOW}",
            rf"{_NOW} .{{0,50}}?(?:hat|haelt|zieht|mit) (?:\w+ ){{0,4}}{_BLADE}",
            r"(?:sticht|stechen|schiesst|schiessen|feuert) (?:\w+ ){0,4}(?:auf|um sich|ein|zu)|schuesse (?:gefallen|gehoert|hier|am|im|vor)",
            rf"(?:has|have|holding|waving|with|got|pulled) (?:\w+ ){{0,3}}{_BLADE} .{{0,60}}?(?:now|here|running|threaten\w*|outside|help)",
            r"(?:is|are|he'?s|someone'?s) (?:stabbing|shooting|attacking) (?:at )?(?:people|someone|him|her|me|us|my|a|the)|shots fired|active shooter",
            rf"(?:heeft|met|zwaait|trekt) (?:\w+ ){{0,4}}(?:{_BLADE}|mes) .{{0,60}}?(?:nu|hier|bedreigt|zwaait|staat|loopt)",
            r"(?:steekt|schiet) (?:nu |hier |\w+ ){0,2}(?:op|om zich|in op)|er wordt geschoten|schoten gehoord",
            rf"(?:har|med|viftar|drog) (?:\w+ ){{0,3}}{_BLADE} .{{0,60}}?(?:nu|haer|hotar|springer|viftar|star|utanfoer)",
            r"(?:hugger|skjuter|knivhugger) (?:\w+ ){0,2}(?:mot|pa|folk|omkring|oss|vilt)|skottlossning|det skjuts",
        ),
        _any(*_UNREAL, *_LAUGHTER),
    ),
    Rule(
        "life_in_danger",
        _any(
            r"atmet (?:\w+ ){0,2}(?:nicht|kaum|schwer)|keine atmung|(?:ist|liegt|wirkt) (?:\w+ ){0,4}(?:bewusstlos|ohnmaechtig|reglos|nicht ansprechbar)",
            r"reagiert (?:\w+ ){0,2}nicht mehr|wacht nicht (?:mehr )?auf|bekommt keine luft|kriegt keine luft",
            r"(?:not|isn'?t|stopped) (?:\w+ )?breathing|(?:is|lying|he'?s|she'?s|gone) (?:\w+ ){0,4}(?:unconscious|unresponsive)|won'?t wake up",
            r"ademt (?:\w+ ){0,2}(?:niet|nauwelijks)|(?:is|ligt) (?:\w+ ){0,4}(?:bewusteloos|buiten bewustzijn)|reageert (?:\w+ ){0,2}niet",
            r"andas (?:\w+ ){0,2}(?:inte|knappt)|(?:aer|ligger) (?:\w+ ){0,4}(?:medvetsloes\w*|livloes\w*)|svarar inte pa tilltal",
        ),
        _any(*_UNREAL),
    ),
    Rule(
        "intruder_now",
        _any(
            rf"(?:bricht|brechen|steigt|steigen|hebelt|hebeln) (?:\w+ ){{0,3}}{_NOW} .{{0,40}}?(?:ein|auf)",
            rf"{_NOW} (?:\w+ ){{0,4}}(?:bricht|brechen|steigt|steigen) .{{0,40}}?ein|einbrecher (?:im|in|sind|ist|steht|steigen|bei|nebenan)",
            r"(?:jemand|einer|wer|fremder|mann) (?:ist|steht|laeuft) (?:\w+ ){0,3}(?:in|im) (?:\w+ ){0,2}(?:haus|wohnung|keller|flur|garage)",
            r"(?:someone|somebody|man|burglar|they)(?:'?s| is| are|'?re)? (?:\w+ ){0,2}(?:breaking in|trying to get in|in my house|downstairs)",
            r"inbrekers? (?:in|binnen|bij|aan)|(?:breekt|breken|probeert|proberen) (?:\w+ ){0,4}(?:in te breken|binnen te komen|nu in)",
            r"(?:nagon|de|han|tva) (?:\w+ ){0,4}(?:bryter sig in|tar sig in|foersoeker ta sig in)|inbrott pagar|tjuv i huset",
        ),
        _any(*_UNREAL),
    ),
)
