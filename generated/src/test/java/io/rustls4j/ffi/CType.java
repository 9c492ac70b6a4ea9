package io.rustls4j.ffi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A C type as its text around a declared name: {@code char *} and nothing, or {@code void (*} and
 * {@code )(int)}.
 *
 * @param function what is pointed to, where this is a pointer to a function
 */
record CType(String before, String after, Optional<Signature> function) {

    record Variable(String name, CType type) {}

    record Signature(CType returns, List<Variable> parameters) {

        /** The type of a pointer to such a function. */
        CType pointer() {
            String types =
                    parameters.isEmpty()
                            ? "void"
                            : parameters.stream()
                                    .map(parameter -> parameter.type().text())
                                    .collect(Collectors.joining(", "));
            return new CType(
                    returns.before() + " (*",
                    ")(" + types + ")" + returns.after(),
                    Optional.of(this));
        }
    }

    String text() {
        return declare("");
    }

    String declare(String name) {
        return before + " " + name + after;
    }

    boolean isVoid() {
        return before.equals("void") && after.isEmpty();
    }

    /** {@code [16]} for an array; nothing for others. */
    String dimensions() {
        return after.startsWith("[") ? after : "";
    }

    CType element() {
        return new CType(before, after.substring(dimensions().length()), function);
    }
}
