"""The nodes of one item: its wordings and files as found, and apart from them what was made of it."""

from collections.abc import Iterator, Mapping

from casework.assessment import Assessment
from casework.dossier import Dossier, Exhibit
from casework.labels import Kind
from casework.media import Secured
from casework.message import Version
from casework.record import Decision
from evidence import form, media
from evidence.nodes import Names, Node, linked, moment, node, ref, refs, typed

SUGGESTED = "the machine's suggestion: probabilities, no decision (BDSG 73)"


def item(names: Names, number: int, exhibit: Exhibit) -> Iterator[Node]:
    """All nodes of one item; `number` is its place in the package, from 1."""
    yield _record(names, number, exhibit)
    if exhibit.message.url:
        yield _url(names, exhibit.message.url)
    for version in exhibit.versions:
        yield from _wording(names, number, exhibit, version)
    for one in exhibit.media:
        yield from _attachment(names, number, exhibit, one)
    for place, assessment in enumerate(exhibit.assessments):
        yield from _suggestion(names, exhibit, place, assessment)
    for place, decision in enumerate(exhibit.decisions):
        yield _decision(names, exhibit, place, decision)


def accounts(dossier: Dossier, names: Names) -> Iterator[Node]:
    """Accounts that wrote and accounts that were written to, each once."""
    known: dict[str, Node] = {}
    for exhibit in dossier.exhibits:
        author, account = exhibit.message.author, exhibit.account
        issuer = ref(names("network", account.platform.value))
        name = _writer(names, exhibit)
        if name not in known:
            shown = {"accountLogin": author.handle, "displayName": author.name}
            facts = {"accountIdentifier": author.id or author.handle, "accountIssuer": issuer}
            known[name] = _account(names, name, shown, facts)
        name = names("account", account.id)
        if name not in known:
            shown, owner = {"accountLogin": account.handle}, ref(names("officer", account.officer_id))
            facts = {"accountIdentifier": account.native_id or account.handle, "accountIssuer": issuer}
            known[name] = _account(names, name, shown, {**facts, "owner": owner})
    yield from known.values()


def models(dossier: Dossier, names: Names) -> Iterator[Node]:
    """The models that suggested anything."""
    for model in sorted({a.verdict.model for one in dossier.exhibits for a in one.assessments}):
        name = names("model", model)
        yield node(name, "uco-tool:AnalyticTool", core__name=model, toolType="classifier of messages")


def _account(names: Names, name: str, shown: Mapping[str, object], facts: Mapping[str, object]) -> Node:
    digital = names.facet(name, "uco-observable:DigitalAccountFacet", **shown)
    account = names.facet(name, "uco-observable:AccountFacet", **facts)
    return node(name, "uco-observable:DigitalAccount", core__hasFacet=[account, digital])


def _writer(names: Names, exhibit: Exhibit) -> str:
    author = exhibit.message.author
    return names("author", exhibit.account.platform.value, author.id, author.handle, author.name)


def _record(names: Names, number: int, exhibit: Exhibit) -> Node:
    """Where the item comes from, and which files are the item."""
    of, bound = exhibit.message.id, exhibit.item
    belonging = [names("wording", of, v.version) for v in exhibit.versions]
    belonging += [names("raw", of, v.version) for v in exhibit.versions]
    belonging += [names("media", of, one.media.number) for one in exhibit.media]
    deleted = exhibit.message.deleted_at
    told = [f"version {bound.version} was secured, SHA-256 {bound.sha256}"]
    told += [f"the network said at {form.moment(deleted)} that it is gone"] if deleted else []
    return node(
        names("record", of),
        "case-investigation:ProvenanceRecord",
        exhibitNumber=f"{number:04d}",
        core__description=told,
        core__createdBy=ref(names("officer", bound.added_by)),
        core__objectCreatedTime=moment(bound.added_at),
        core__object=refs(belonging),
    )


def _wording(names: Names, number: int, exhibit: Exhibit, version: Version) -> Iterator[Node]:
    message = exhibit.message
    said, raw = names("wording", message.id, version.version), names("raw", message.id, version.version)
    facet = names.facet(
        said,
        "uco-observable:MessageFacet",
        **{"from": ref(_writer(names, exhibit))},
        to=ref(names("account", exhibit.account.id)),
        sentTime=moment(message.sent_at),
        messageID=message.native_id,
        messageText=version.text,
        messageType=message.kind.value,
    )
    post = "uco-observable:Message" if message.kind is Kind.DM else "uco-observable:Post"
    yield node(
        said,
        post,
        core__name=f"item {number:04d}, version {version.version}",
        core__objectCreatedTime=moment(version.received_at),
        core__hasFacet=[facet],
    )
    yield _file(names, raw, form.raw_path(number, version), len(version.raw), version.sha256)
    yield linked(names, said, "Contained_Within", raw)
    if message.url:
        yield linked(names, said, "Related_To", names("url", message.url))


def _attachment(names: Names, number: int, exhibit: Exhibit, one: Secured) -> Iterator[Node]:
    """A secured attachment, the address it was fetched from, and the wording that stood there then."""
    name = names("media", exhibit.message.id, one.media.number)
    yield _file(names, name, media.path(number, one), one.media.size, one.media.sha256)
    stood = [v.version for v in exhibit.versions if v.received_at <= one.media.fetched_at]
    wording = names("wording", exhibit.message.id, max(stood, default=exhibit.item.version))
    yield linked(names, name, "Attachment_Of", wording)
    if one.media.url:
        yield _url(names, one.media.url)
        yield linked(names, name, "Downloaded_From", names("url", one.media.url))


def _file(names: Names, name: str, path: str, size: int, digest: str) -> Node:
    content = names.facet(name, "uco-observable:ContentDataFacet", sizeInBytes=size)
    content["uco-observable:hash"] = names.facet(
        str(content["@id"]),
        "uco-types:Hash",
        hashMethod="SHA256",
        hashValue=typed("xsd:hexBinary", digest),
    )
    file = names.facet(
        name,
        "uco-observable:FileFacet",
        fileName=path.rpartition("/")[2],
        filePath=path,
        isDirectory=False,
        sizeInBytes=size,
    )
    return node(name, "uco-observable:File", core__hasFacet=[file, content])


def _url(names: Names, address: str) -> Node:
    name = names("url", address)
    return node(
        name,
        "uco-observable:URL",
        core__hasFacet=[names.facet(name, "uco-observable:URLFacet", fullValue=address)],
    )


def _suggestion(names: Names, exhibit: Exhibit, place: int, assessment: Assessment) -> Iterator[Node]:
    verdict, of = assessment.verdict, exhibit.message.id
    scores = {f"intent:{verdict.intent}": verdict.intent_scores.get(verdict.intent)}
    scores |= {f"hostility:{h}": verdict.hostility_scores.get(h) for h in verdict.hostility}
    scores |= {f"target:{verdict.target}": None, f"urgency:{verdict.urgency}": None}
    result = names("result", of, place)
    facet = names.facet(result, "uco-analysis:ArtifactClassificationResultFacet")
    facet["uco-analysis:classification"] = [
        _classed(names, str(facet["@id"]), label, score) for label, score in scores.items()
    ]
    unsure = ["the model abstained"] if verdict.abstained else []
    yield node(
        result,
        "uco-analysis:AnalyticResult",
        core__name=SUGGESTED,
        core__description=unsure,
        core__objectCreatedTime=moment(assessment.assessed_at),
        core__hasFacet=[facet],
    )
    yield node(
        names("analysis", of, place),
        "uco-analysis:Analysis",
        action__instrument=ref(names("model", verdict.model)),
        action__object=ref(names("wording", of, assessment.version)),
        action__result=ref(result),
        action__endTime=moment(assessment.assessed_at),
    )


def _classed(names: Names, facet: str, label: str, score: float | None) -> Node:
    share = None if score is None else typed("xsd:decimal", f"{score:.6f}")
    return node(
        names("class", facet, label),
        "uco-analysis:ArtifactClassification",
        **{"class": label},
        classificationConfidence=share,
    )


def _decision(names: Names, exhibit: Exhibit, place: int, decision: Decision) -> Node:
    """What a person decided of the item: an assertion about it, never part of it."""
    taken_back = decision.taken_back_at
    told = [f"{decision.choice.value}: {decision.reason}" if decision.reason else decision.choice.value]
    told += [f"taken back at {form.moment(taken_back)}"] if taken_back else []
    return node(
        names("decision", exhibit.message.id, place),
        "uco-core:Annotation",
        core__name="a person's decision",
        core__createdBy=ref(names("officer", decision.officer_id)),
        core__objectCreatedTime=moment(decision.decided_at),
        core__object=[ref(names("record", exhibit.message.id))],
        statement=told,
    )
