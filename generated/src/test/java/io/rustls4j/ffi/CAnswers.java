package io.rustls4j.ffi;

import static io.rustls4j.ffi.Answers.each;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the C compiler says about the types in the headers: one line per fact, which the program
 * below prints.
 */
final class CAnswers {

    private static final Memo<List<String>> LINES =
            new Memo<>(() -> CCompiler.compileAndRun(program(Headers.parsed())).lines().toList());

    private CAnswers() {}

    /** The sorted answers that start with this word: {@code struct}, {@code function}, ... */
    static SortedSet<String> about(String subject) {
        return LINES.get().stream()
                .filter(line -> line.startsWith(subject + " "))
                .collect(toCollection(TreeSet::new));
    }

    private static String program(CHeader header) {
        return """
                #include <stddef.h>
                #include <stdio.h>
                %s
                #define INTEGERS char: "i", signed char: "i", unsigned char: "i", short: "i", unsigned short: "i", \\
                    int: "i", unsigned: "i", long: "i", unsigned long: "i", long long: "i", unsigned long long: "i"
                #define KIND(type) _Generic(*(type)0, %s _Bool: "bool", INTEGERS, float: "f", double: "f", default: "pointer"), \\
                    8 * sizeof *(type)0
                int main(void) {
                %s
                }
                """
                .formatted(
                        Headers.includes(),
                        header.structs.keySet().stream()
                                .map("struct %s: \"struct\","::formatted)
                                .collect(joining()),
                        statements(header).collect(joining("\n")));
    }

    private static Stream<String> statements(CHeader header) {
        return Stream.of(
                        header.constants.stream().map(CAnswers::constant),
                        each(header.structs, CAnswers::struct),
                        each(header.functions, CAnswers::function),
                        each(header.callbacks(), (name, it) -> signature("callback", name, it)),
                        each(
                                header.callbackTypedefs(),
                                (name, it) -> isPointer("(" + name + ")0", it)),
                        each(header.aliases(), (name, it) -> print("alias " + name, List.of(it))),
                        each(
                                header.variables,
                                (name, it) -> print("variable " + name, List.of(it))))
                .flatMap(it -> it);
    }

    private static String constant(String name) {
        return "printf(\"constant %1$s %%lld\\n\", (long long)%1$s);".formatted(name);
    }

    private static String struct(String name, List<CType.Variable> fields) {
        return "printf(\"struct %1$s %%zu\\n\", sizeof(struct %1$s));".formatted(name)
                + fields.stream().map(field -> field(name, field)).collect(joining());
    }

    private static String field(String struct, CType.Variable field) {
        return "printf(\"field %1$s.%2$s %%zu \", offsetof(struct %1$s, %2$s));"
                        .formatted(struct, field.name())
                + print("", List.of(field.type()));
    }

    private static String function(String name, CType.Signature function) {
        return isPointer("&" + name, function) + signature("function", name, function);
    }

    /** Has the compiler check how CParser read the signature. */
    private static String isPointer(String expression, CType.Signature signature) {
        return "_Static_assert(_Generic(%1$s, %2$s: 1, default: 0), \"%1$s\");"
                .formatted(expression, signature.pointer().text());
    }

    private static String signature(String subject, String name, CType.Signature signature) {
        return print(
                subject + " " + name,
                Stream.concat(
                                Stream.of(signature.returns()),
                                signature.parameters().stream().map(CType.Variable::type))
                        .toList());
    }

    private static String print(String subject, List<CType> types) {
        String formats =
                types.stream()
                        .map(type -> type.isVoid() ? " void" : " %s%zu" + type.dimensions())
                        .collect(joining());
        String kinds = types.stream().map(CAnswers::kind).collect(joining());
        return "printf(\"%s\\n\"%s);".formatted((subject + formats).strip(), kinds);
    }

    private static String kind(CType type) {
        return type.isVoid() ? "" : ", KIND(%s)".formatted(type.element().declare("*"));
    }
}
