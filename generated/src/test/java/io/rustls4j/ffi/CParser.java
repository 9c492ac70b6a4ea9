package io.rustls4j.ffi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads declarations as cbindgen writes them, after the C preprocessor. It shares nothing with
 * jextract, so that the two can be compared.
 */
final class CParser {

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|\\w+|[^\\s\\w]");
    private static final Set<String> PREFIXES = Set.of("const", "volatile", "extern");
    private static final Set<String> WORDS =
            Set.of(
                    "void",
                    "_Bool",
                    "char",
                    "short",
                    "int",
                    "long",
                    "float",
                    "double",
                    "signed",
                    "unsigned");

    private final CHeader header = new CHeader();
    private final Deque<String> tokens = new ArrayDeque<>();

    static CHeader parse(String source) {
        CParser parser = new CParser();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            parser.tokens.add(matcher.group());
        }
        while (!parser.tokens.isEmpty()) {
            parser.declaration();
        }
        return parser.header;
    }

    private void declaration() {
        if (accept("__attribute__")) {
            skipParentheses();
            return;
        }
        boolean typedef = accept("typedef");
        String type = specifiers();
        if (accept(";")) {
            return;
        }
        Declarator declarator = declarator(type);
        if (typedef) {
            typedef(declarator);
        } else if (declarator.signature != null) {
            header.functions.put(declarator.name, declarator.signature);
        } else {
            header.variables.put(declarator.name, declarator.type);
        }
        expect(";");
    }

    private void typedef(Declarator declarator) {
        // In C a struct and its typedef share a name; they are one type here.
        if (!declarator.type.before().matches("(struct|enum) " + declarator.name)) {
            header.typedefs.put(declarator.name, declarator.type);
        }
    }

    /**
     * The part of a declaration before the first name or star; defines the struct or enum that it
     * spells out.
     */
    private String specifiers() {
        List<String> words = new ArrayList<>();
        while (PREFIXES.contains(tokens.element())) {
            String prefix = tokens.remove();
            if (!prefix.equals("extern")) {
                words.add(prefix);
            }
        }
        String first = tokens.remove();
        words.add(first);
        if (first.equals("struct") || first.equals("enum")) {
            words.add(tokens.remove());
            if (accept("{")) {
                body(first, words.getLast());
            }
        } else if (WORDS.contains(first)) {
            while (WORDS.contains(tokens.element())) {
                words.add(tokens.remove());
            }
        }
        if (words.contains("long")) {
            throw new AssertionError(
                    "a long has 32 bits on Windows, but its binding has 64: " + words);
        }
        return String.join(" ", words);
    }

    private void body(String kind, String name) {
        if (kind.equals("enum")) {
            enumerators();
            return;
        }
        List<CType.Variable> fields = new ArrayList<>();
        while (!accept("}")) {
            Declarator field = declarator(specifiers());
            fields.add(new CType.Variable(field.name, field.type));
            expect(";");
        }
        header.structs.put(name, fields);
    }

    private void enumerators() {
        while (!accept("}")) {
            header.constants.add(tokens.remove());
            while (!accept(",") && !tokens.element().equals("}")) {
                tokens.remove();
            }
        }
    }

    /**
     * A name with the stars, parentheses and brackets around it; {@code signature} where it is a
     * function.
     */
    private record Declarator(String name, CType type, CType.Signature signature) {}

    private Declarator declarator(String specifiers) {
        StringBuilder before = new StringBuilder(specifiers);
        while (tokens.element().equals("*") || PREFIXES.contains(tokens.element())) {
            before.append(' ').append(tokens.remove());
        }
        CType type = new CType(before.toString(), "", Optional.empty());
        if (accept("(")) {
            expect("*");
            String name = name();
            expect(")");
            return new Declarator(name, new CType.Signature(type, parameters()).pointer(), null);
        }
        String name = name();
        if (tokens.element().equals("(")) {
            return new Declarator(name, type, new CType.Signature(type, parameters()));
        }
        StringBuilder after = new StringBuilder();
        while (accept("[")) {
            after.append('[').append(tokens.remove()).append(']');
            expect("]");
        }
        return new Declarator(
                name, new CType(before.toString(), after.toString(), Optional.empty()), null);
    }

    private List<CType.Variable> parameters() {
        expect("(");
        List<CType.Variable> parameters = new ArrayList<>();
        while (!accept(")")) {
            Declarator parameter = declarator(specifiers());
            if (!parameter.type.isVoid()) {
                parameters.add(new CType.Variable(parameter.name, parameter.type));
            }
            accept(",");
        }
        return parameters;
    }

    private String name() {
        return tokens.element().matches("\\w+") ? tokens.remove() : "";
    }

    private void skipParentheses() {
        int depth = 0;
        do {
            depth += accept("(") ? 1 : accept(")") ? -1 : skip();
        } while (depth > 0);
    }

    private int skip() {
        tokens.remove();
        return 0;
    }

    private boolean accept(String token) {
        if (!token.equals(tokens.peek())) {
            return false;
        }
        tokens.remove();
        return true;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new AssertionError(
                    "expected '" + token + "' before: " + tokens.stream().limit(12).toList());
        }
    }
}
