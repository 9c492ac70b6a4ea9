package io.netty.handler.ssl;

import java.util.regex.Pattern;

/**
 * One line of {@code exclusions.txt}.
 *
 * @param classes the test classes it holds for
 * @param test the name of the test
 */
record Exclusion(Pattern classes, String test, String reason) {
    static Exclusion parse(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 3 || cells[2].isBlank()) {
            throw new IllegalArgumentException(
                    "exclusions.txt: \"" + line + "\" is not: classes | test | reason");
        }
        return new Exclusion(Pattern.compile(cells[0].strip()), cells[1].strip(), cells[2].strip());
    }

    boolean isFor(Class<?> testClass) {
        return classes.matcher(testClass.getSimpleName()).matches();
    }
}
