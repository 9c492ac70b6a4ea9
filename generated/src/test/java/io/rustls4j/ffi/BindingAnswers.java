package io.rustls4j.ffi;

import static io.rustls4j.ffi.Answers.each;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.ValueLayout;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the generated classes say, by reflection, in the words of {@link CAnswers}. */
final class BindingAnswers {

    private BindingAnswers() {}

    static SortedSet<String> about(String subject) {
        Stream<String> answers =
                switch (subject) {
                    case "constant" -> each(Bindings.constants(), (name, it) -> name + " " + it);
                    case "struct" ->
                            each(Bindings.structs(), (name, it) -> name + " " + it.byteSize());
                    case "field" ->
                            Bindings.structs().values().stream().flatMap(BindingAnswers::fields);
                    case "function" -> each(Bindings.functions(), BindingAnswers::signature);
                    case "callback" -> each(Bindings.callbacks(), BindingAnswers::signature);
                    case "alias" -> each(Bindings.aliases(), (name, it) -> name + " " + kind(it));
                    case "variable" ->
                            each(Bindings.variables(), (name, it) -> name + " " + kind(it));
                    default -> throw new IllegalArgumentException(subject);
                };
        return answers.map(it -> subject + " " + it).collect(toCollection(TreeSet::new));
    }

    private static Stream<String> fields(GroupLayout struct) {
        return struct.memberLayouts().stream()
                .flatMap(field -> field.name().stream())
                .map(PathElement::groupElement)
                .map(
                        field ->
                                "%s.%s %d %s"
                                        .formatted(
                                                struct.name().orElseThrow(),
                                                struct.select(field).name().orElseThrow(),
                                                struct.byteOffset(field),
                                                kind(struct.select(field))));
    }

    private static String signature(String name, FunctionDescriptor function) {
        String returns = function.returnLayout().map(BindingAnswers::kind).orElse("void");
        return Stream.concat(
                        Stream.of(name, returns),
                        function.argumentLayouts().stream().map(BindingAnswers::kind))
                .collect(joining(" "));
    }

    private static String kind(MemoryLayout layout) {
        if (layout instanceof SequenceLayout array) {
            return kind(array.elementLayout()) + "[" + array.elementCount() + "]";
        }
        String kind =
                switch (layout) {
                    case GroupLayout struct -> "struct";
                    case AddressLayout address -> "pointer";
                    case ValueLayout.OfBoolean bool -> "bool";
                    case ValueLayout.OfFloat number -> "f";
                    case ValueLayout.OfDouble number -> "f";
                    default -> "i";
                };
        return kind + 8 * layout.byteSize();
    }
}
