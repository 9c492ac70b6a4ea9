package io.rustls4j.ffi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a header declares, by name and in its order. */
final class CHeader {

    final Map<String, CType.Signature> functions = new LinkedHashMap<>();
    final Map<String, List<CType.Variable>> structs = new LinkedHashMap<>();
    final Map<String, CType> typedefs = new LinkedHashMap<>();
    final Map<String, CType> variables = new LinkedHashMap<>();

    /** Enum constants, and macros that stand for a value. */
    final Set<String> constants = new LinkedHashSet<>();

    Map<String, CType.Signature> callbackTypedefs() {
        Map<String, CType.Signature> callbacks = new LinkedHashMap<>();
        typedefs.forEach((name, type) -> type.function().ifPresent(it -> callbacks.put(name, it)));
        return callbacks;
    }

    /** Those, and the pointers to functions that a parameter or a field spells out. */
    Map<String, CType.Signature> callbacks() {
        Map<String, CType.Signature> callbacks = callbackTypedefs();
        functions.forEach((name, function) -> addInline(callbacks, name, function.parameters()));
        structs.forEach((name, fields) -> addInline(callbacks, name, fields));
        return callbacks;
    }

    /** Typedefs that only give another name to a number or a pointer. */
    Map<String, CType> aliases() {
        Map<String, CType> aliases = new LinkedHashMap<>(typedefs);
        aliases.values().removeIf(type -> type.function().isPresent());
        return aliases;
    }

    private static void addInline(
            Map<String, CType.Signature> callbacks, String owner, List<CType.Variable> variables) {
        for (CType.Variable variable : variables) {
            variable.type()
                    .function()
                    .ifPresent(it -> callbacks.put(owner + "$" + variable.name(), it));
        }
    }
}
