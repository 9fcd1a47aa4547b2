"""What the nodes of the case graph are made of: names that never change, references, values, facets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from casework.dossier import Dossier
from evidence import form

Node = dict[str, object]

CONTEXT: Mapping[str, str] = {
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-analysis": "https://ontology.unifiedcyberontology.org/uco/analysis/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Names:
    """Names of nodes (UUID version 5): a thing of a case has the same one in every export."""

    root: UUID

    def __call__(self, *key: object) -> str:
        """The IRI of what these words, such as ("message", 17), stand for in the case."""
        return uuid5(self.root, form.line(key).decode()).urn

    def facet(self, holder: str, kind: str, /, **values: object) -> Node:
        """A facet of a node; it has a name of its own, as UCO asks."""
        name = uuid5(UUID(holder), kind).urn
        return {"@id": name, "@type": kind, **_told(kind.partition(":")[0], values)}


def names_of(dossier: Dossier) -> Names:
    """The names of a case: from station and case number, not from the run."""
    told = form.line([dossier.station.slug, dossier.case.number]).decode()
    return Names(uuid5(NAMESPACE_URL, f"urn:streife:case:{told}"))


def node(name: str, kind: str, /, **values: object) -> Node:
    """A node; values named like `core__name` become uco-core:name, and empty ones are left out."""
    return {"@id": name, "@type": kind, **_told(kind.partition(":")[0], values)}


def ref(name: str) -> Node:
    """A reference to a node."""
    return {"@id": name}


def refs(names: Sequence[str]) -> list[Node]:
    """References to several."""
    return [ref(name) for name in names]


def moment(at: datetime | None) -> Node | None:
    """A time as xsd:dateTime."""
    return {"@type": "xsd:dateTime", "@value": form.moment(at)} if at else None


def typed(kind: str, value: str) -> Node:
    """A literal of an XSD type."""
    return {"@type": kind, "@value": value}


def linked(names: Names, source: str, kind: str, target: str) -> Node:
    """A directed relationship between two observables; `kind` is of UCO's vocabulary for them."""
    return node(
        names("relationship", source, kind, target),
        "uco-observable:ObservableRelationship",
        core__source=ref(source),
        core__target=ref(target),
        core__kindOfRelationship=kind,
        core__isDirectional=True,
    )


def _told(own: str, values: Mapping[str, object]) -> Node:
    """Values under their full names: without a prefix they are of the node's own namespace."""
    return {_full(own, key): value for key, value in values.items() if value not in (None, "", [])}


def _full(own: str, key: str) -> str:
    prefix, parted, name = key.partition("__")
    return f"uco-{prefix}:{name}" if parted else f"{own}:{key}"
