package io.rustls4j.ffi;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two headers of the native library, as a C compiler and {@link CParser} read them. */
final class Headers {

    static final List<String> NAMES = List.of("rustls.h", "rustls4j.h");

    private static final Memo<CHeader> HEADER = new Memo<>(Headers::read);
    private static final Pattern LINE_MARKER = Pattern.compile("# \\d+ \"(.*)\".*");
    private static final Pattern DIRECTIVE = Pattern.compile("#(?:define|undef) (\\w+)(.*)");

    private Headers() {}

    /** What both declare together. */
    static CHeader parsed() {
        return HEADER.get();
    }

    private static CHeader read() {
        StringBuilder declarations = new StringBuilder();
        Set<String> macros = new LinkedHashSet<>();
        boolean ours = false;
        for (String line : CCompiler.preprocess(includes()).lines().toList()) {
            Matcher marker = LINE_MARKER.matcher(line);
            Matcher directive = DIRECTIVE.matcher(line);
            if (marker.matches()) {
                ours = NAMES.contains(Path.of(marker.group(1)).getFileName().toString());
            } else if (ours && !directive.matches()) {
                declarations.append(line).append('\n');
            } else if (ours && isValue(directive.group(2))) {
                macros.add(directive.group(1));
            }
        }
        CHeader header = CParser.parse(declarations.toString());
        header.constants.addAll(macros);
        return header;
    }

    static String includes() {
        return NAMES.stream().map("#include \"%s\"\n"::formatted).collect(joining());
    }

    /** Not an include guard, and not a macro with parameters. */
    private static boolean isValue(String rest) {
        return rest.startsWith(" ") && !rest.isBlank();
    }
}
