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
    return re.compile(r"(?<!\w)(?:" + "|".join(phrases) + r")(?!\w)")


def _near(one: str, other: str, reach: int = 60) -> str:
    """Both within one sentence, not far apart, in either order."""
    gap = rf"(?!\w)[^.!?]{{0,{reach}}}?(?<!\w)"
    return rf"(?:{one}){gap}(?:{other})|(?:{other}){gap}(?:{one})"


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
_SELF = r"(?:mich|mir|sich|myself|himself|herself|mezelf|me zelf|zich\w*|mig|mej|sig|sej)"
_NOW = (
    r"jetzt|jetz|gerade|grad|grade|soeben|in diesem (?:augenblick|moment)|right now|now|nu|just nu|precies nu|op dit moment"
    r"|in dit moment|nou|immer noch|noch da"
)
_WHEN = (
    r"heute|heut|heute nacht|morgen|uebermorgen|am \w+tag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|um \w+ uhr"
    r"|00 uhr|um 00|tonight|today|tomorrow|on \w+day|at 0+|vandaag|vanavond|vannacht|morgen|om \w+ uur|i ?kvaell|i ?natt|i ?dag"
    r"|i ?morgon|imorron|pa \w+dag|klockan|kl"
)
_BLADE = (
    r"\w*(?:messer|machete|axt|beil|pistole|gewehr|schusswaffe|waffe|knarre|knife|gun|pistol|rifle|machete|axe|bijl|pistool"
    r"|geweer|kniv|yxa|gevaer|pistolen)|mes"
)
_HURTS = (
    r"schlaegt|schlagen|verpruegelt|pruegeln|tritt|treten|wuergt|sticht|stechen|schiesst|schiessen|bedroht|ueberfaellt|geschossen"
    r"|beating|hitting|kicking|stabbing|shooting|attacking|strangling|slaat|slaan|schopt|schoppen|steekt|schiet|bedreigt|wurgt"
    r"|slar|sparkar|hugger|skjuter|hotar|misshandlar"
)
_I_ATTACK = (
    r"(?:ich|i|i'?ll|i'm|ik|jag|ja) (?:\w+ ){0,12}?(?:erschiess\w*|schiess\w*|absteche?n?|erstech\w*|spreng\w*|zuend\w*|umbringen|shoot|stab|kill"
    r"|burn|bomb|blow|schiet|steek|vermoord|skjut\w*|hugg\w*|doed\w*|spraeng\w*|braenn\w*)"
    r"|(?:erschiess|schiess|stech|zuend|spreng|knall) ?e? ich|(?:schiet|steek) ik|skjuter jag"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "suicide_announced",
        _any(
            r"bring(?:e)? mich (?:\w+ ){0,2}um|bringt sich (?:\w+ ){0,2}um",
            rf"{_SELF} (?:\w+ ){{0,3}}(?:umbringen|das leben nehmen|umbringt|das leben nimmt|erhaengen|was antun|etwas antun|was antut)",
            r"nehm(?:e)? mir (?:\w+ ){0,2}das leben|(?:ich )?spring(?:e)? (?:jetzt|gleich|heute)",
            r"(?:will|mag|moechte|kann|wollen) (?:\w+ ){0,3}nicht mehr (?:wollen )?(?:leben|da sein|aufwachen|hier sein|weiterleben)",
            r"nicht mehr (?:\w+ )?(?:wollen leben|leben wollen|leben will|aufwachen)|schluss (?:mache |machen )?mit (?:allem|dem leben|meinem leben)",
            _near(r"\w*bruecke|\w*gelaender|\w*dach|parkdeck", r"spring\w*|ueberm gelaender|hinterm gelaender|jenseits|weint"),
            r"(?:tabletten|pillen) (?:\w+ ){0,3}(?:geschluckt|genommen|eingenommen)|abschieds(?:brief|nachricht)",
            r"(?:going to|gonna|will|wants? to|i'?ll) (?:kill (?:my|him|her)self|end it(?: all)?|end my life|take my (?:own )?life)",
            r"(?:don'?t|do not|doesn'?t) want to (?:be here|live|wake up|exist)(?: any ?more| tomorrow)?",
            r"(?:taken|took|swallowed) (?:all )?(?:\w+ ){0,4}(?:pills|tablets)|suicide note|goodbye note",
            r"een eind(?:e)? aan (?:te )?(?:maken|mijn leven|zijn leven|haar leven)|wil niet meer (?:leven|verder leven|wakker worden)",
            r"spring(?:t|en)? (?:\w+ ){0,3}van (?:de|het) (?:\w*brug|dak|flat|balkon)|afscheidsbrief|zelfmoord (?:plegen|gaan)",
            r"pillen (?:\w+ ){0,3}(?:geslikt|ingenomen|genomen)|avskedsbrev|tar? livet av (?:mig|mej|sig|sej)",
            r"(?:orkar|vill) inte (?:leva|finnas|vakna)(?: laengre| mer)?",
            r"(?:tagit|svalt|tog) (?:\w+ ){0,4}(?:tabletter|tabletterna|piller|pillren)|hoppar? (?:\w+ ){0,3}fran (?:bron|taket)",
        ),
        _any(*_UNREAL, *_LAUGHTER),
    ),
    Rule(
        "attack_now",
        _any(
            _near(_BLADE, rf"{_NOW}|steht vor|vor der tuer|rennt|laeuft|fuchtelt|bedroht|running|outside|threatening|bedreigt|zwaait|hotar|viftar"),
            _near(_HURTS, _NOW),
            r"(?:sticht|schiesst|feuert) (?:\w+ ){0,4}(?:um sich|ein auf)|schuesse (?:gefallen|gehoert|hier|am|im|vor)|wird geschossen",
            r"shots fired|active shooter|er wordt geschoten|schoten gehoord|skottlossning|det skjuts|skott hoerdes",
        ),
        _any(*_UNREAL, *_LAUGHTER),
    ),
    Rule("attack_announced", _any(_near(_I_ATTACK, _WHEN, 90)), _any(*_UNREAL, *_LAUGHTER)),
    Rule(
        "life_in_danger",
        _any(
            r"atmet (?:\w+ ){0,2}(?:nicht|kaum|schwer|komisch)|keine atmung|(?:ist|liegt|wirkt) (?:\w+ ){0,4}(?:bewusstlos|ohnmaechtig|reglos)",
            r"reagiert (?:\w+ ){0,3}(?:nicht|kaum)|(?:wacht nicht auf|wird nicht (?:mehr )?wach)|(?:bekommt|kriegt|kricht) (?:\w+ )?(?:keine|schlecht|keene) luft",
            r"(?:bewegt|ruehrt) sich nicht(?: mehr)?|nicht ansprechbar|(?:liegt|eingeklemmt) (?:\w+ ){0,3}(?:drunter|unter dem auto)",
            r"(?:not|isn'?t|stopped|barely) (?:\w+ )?breathing|(?:is|lying|he'?s|she'?s|gone|just) (?:\w+ ){0,4}(?:unconscious|unresponsive)|won'?t wake up|not moving",
            r"ademt (?:\w+ ){0,2}(?:niet|nauwelijks)|(?:is|ligt) (?:\w+ ){0,4}(?:bewusteloos|buiten bewustzijn)|reageert (?:\w+ ){0,2}niet|beweegt niet",
            r"andas (?:\w+ ){0,2}(?:inte|knappt)|(?:aer|ligger) (?:\w+ ){0,4}(?:medvetsloes\w*|livloes\w*)|roer sig inte|vaknar inte|gar inte att vaecka",
        ),
        _any(*_UNREAL),
    ),
    Rule(
        "fire_now",
        _any(
            r"(?:es|haus|wohnung|keller|dach|scheune|auto|garage|haeuschen) brennt|brennt (?:es|hier|bei uns)|hier feuer|feuer (?:in|im) (?:\w+ )?(?:haus|keller|wohnung|treppenhaus)",
            r"rauch (?:kommt |quillt )?(?:aus|unter)|qualmt (?:es )?(?:aus|heraus|raus)|(?:riecht|stinkt) (?:\w+ ){0,4}nach gas",
            r"(?:is|are|there'?s|house|flat|car|shed) on fire|(?:there'?s|a) fire (?:in|at) (?:the|my|our)|smoke coming|smell of gas|smells? gas",
            r"(?:het|huis|schuur|flat|keuken|auto) (?:staat in brand|brandt|fikt)|staat in (?:brand|de fik)|rook (?:uit|onder)|brand in (?:de|het|ons)|gaslucht",
            r"det brinner|brinner (?:i|hos|pa)|roek (?:ur|fran|under|vaeller)|luktar gas",
        ),
        _any(*_UNREAL),
    ),
    Rule(
        "intruder_now",
        _any(
            _near(r"bricht|brechen|einbrechen|eingebrochen|einsteigen|hebelt|hebeln|klettert|breaking in|breken|inbreken|bryter sig in|tar sig in", _NOW),
            r"einbrecher (?:im|in|sind|ist|steht|steigen|bei|nebenan)|(?:jemand|einer|wer|fremder|mann) (?:ist|steht|laeuft) (?:\w+ ){0,3}(?:in|im) (?:\w+ ){0,2}(?:haus|wohnung|keller|kueche|flur|garage)",
            r"(?:ist|sind) (?:noch )?(?:im|in meinem|in unserem) haus|(?:tritt|haemmert|schlaegt) (?:\w+ ){0,3}(?:gegen|auf) (?:die|meine|unsere|dagegen) ?(?:\w*tuer)?|steht (?:\w+ )?hinter der tuer",
            r"(?:someone|somebody|man|burglar|they)(?:'?s| is| are|'?re)? (?:\w+ ){0,2}(?:trying to get in|in my house|in the house|downstairs|in my kitchen)|kicking (?:in )?(?:my|the|our) door",
            r"inbrekers? (?:in|binnen|bij|aan)|(?:probeert|proberen) (?:\w+ ){0,4}(?:in te breken|binnen te komen)|(?:iemand|man) (?:in|beneden in) (?:mijn|ons|het) huis|(?:trapt|bonst) (?:\w+ ){0,3}deur",
            r"foersoeker (?:\w+ )?(?:ta sig in|bryta sig in)|inbrott pagar|tjuv i huset|(?:nagon|man) (?:\w+ ){0,2}i (?:mitt|vart|huset) ?(?:hus|koek)?|(?:sparkar|bankar) (?:\w+ ){0,3}doerren",
        ),
        _any(*_UNREAL),
    ),
    Rule(
        "cry_for_help",
        _any(
            _near(r"hilfe|helft|helfen|kommt|kommen sie|kommen|schnell|beeilt|hurry|help|send someone|kom|hulp|snel|hjaelp|skynda|skicka",
                  r"eingeschlossen|eingesperrt|versteckt|im schrank|im bad|in bad|blutet|messer|locked (?:in|myself)|hiding|bleeding|bloedt|opgesloten|verstopt|inlast|gaemmer|bloeder|toilette", 90),
            r"(?:bin|habe mich|hab mich|wir sind) (?:\w+ ){0,3}(?:eingeschlossen|eingesperrt|versteckt)|i'?m (?:hiding|locked in)|(?:jag|vi) (?:har )?(?:last|gaemmer) (?:in )?(?:mig|oss)|(?:ik|wij) (?:zit|heb me) (?:\w+ ){0,3}(?:verstopt|opgesloten)",
        ),
        _any(*_UNREAL),
    ),
)
