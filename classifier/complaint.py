"""Who complains as one of a group is not its hater: the model, which learnt groups from hate, often says so.

"Als Jude fühle ich mich von euch im Stich gelassen" names a group, a grievance and the police, as hate does.
Examples teach the difference by now, but of bare short complaints not always: hate and threats are unsure
there, never named, unless the safety net asks for caution. What else is hostile in the text stands.
The price: who hates others and begins so is unsure and read today, too.
"""

import re

from classifier.normalise import Reading

_GROUPS = "|".join(
    (
        r"jued\w*|jude|judin|jew\w*|jood\w*|judisk|judinna|israeli\w*",
        r"muslim\w*|moslim\w*|islamit\w*|hijab\w*|kopftuch\w*|tuerk\w*|turk\w*|kurd\w*|koerd(?:en|isch\w*)?|syr\w*|arab\w*|afghan\w*|afgaan\w*",
        r"iran\w*|irak\w*|marokk\w*|marocca\w*|moroccan|somali\w*|nigeria\w*|afrika\w*|african|pol(?:e|in|ish|sk)|ukrain\w*|russ(?:e|in)",
        r"rumaen\w*|bulgar\w*|sint[oieaz]\w*|rom[ani]?|romani\w*|albaner\w*|asia\w*|asiat\w*|schwarze\w*|black|zwarte|svart",
        r"auslaender\w*|migrant\w*|fluechtling\w*|gefluechtete\w*|refugee|vluchteling\w*|flykting\w*|invandrare|immigrant|foreigner|buitenlander",
        r"schwul\w*|homo\w*|gay|lesb\w*|bi|bisexu\w*|queer\w*|trans\w*|bog|nichtbinaer\w*|nonbinary",
        r"behindert\w*|rollstuhl\w*|wheelchair|disabled|rolstoel\w*|gehandicapt\w*|rullstol\w*|autist\w*|blind\w*|gehoerlos\w*|deaf",
    )
)
_KIND = r"(?:(?!(?:die|de|der|das|dem|den|ik|ich|er|ob|wenn) )\w+ ){0,1}"  # a gay man, ein schwarzer Arzt
_ONE = rf"(?:als|as an?|som) (?:en |ett |een |eine?r? )?{_KIND}(?:{_GROUPS})(?!\w)"
_MYSELF = r"(?:ich|mich|mir|i|i'?m|me|my|ik|mij|mijn|jag|mig|min)"
_COMPLAINS = re.compile(
    rf"(?:^|[.!?,:] ){_ONE} (?:[^.!?]{{0,60}}? )?{_MYSELF}(?!\w)|(?<!\w)(?:ich|i|ik|jag) {_ONE}"
)


def complains(reading: Reading) -> bool:
    """Whether somebody speaks of herself or himself as one of a group that hate is aimed at."""
    return _COMPLAINS.search(reading.text) is not None
