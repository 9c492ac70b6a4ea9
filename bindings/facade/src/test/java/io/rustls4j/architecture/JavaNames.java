package io.rustls4j.architecture;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of the facade in a page: {@code `Type`}, {@code `Type.Nested`} and {@code `Type#member`}.
 */
final class JavaNames {
    private static final Pattern MEMBER = Pattern.compile("`([A-Z][\\w.]*)#(\\w+)`");
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w*(?:\\.[A-Z]\\w*)*)`");

    private JavaNames() {}

    static List<String> unknownMembers(String text) {
        List<String> unknown = new ArrayList<>();
        for (MatchResult name : MEMBER.matcher(text).results().toList()) {
            if (!exists(name.group(1), name.group(2))) {
                unknown.add(name.group());
            }
        }
        return unknown;
    }

    static List<String> unknownTypes(String text) {
        return TYPE.matcher(text)
                .results()
                .filter(name -> !exists(name.group(1)))
                .map(MatchResult::group)
                .toList();
    }

    static boolean hasAny(String text) {
        return MEMBER.matcher(text).find() || TYPE.matcher(text).find();
    }

    private static boolean exists(String type) {
        try {
            return Modifier.isPublic(find(type).getModifiers());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean exists(String type, String member) {
        try {
            Class<?> found = find(type);
            Stream<String> names =
                    Stream.concat(
                            Stream.of(found.getMethods()).map(Method::getName),
                            Stream.of(found.getFields()).map(Field::getName));
            return names.anyMatch(member::equals);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Class<?> find(String type) throws ClassNotFoundException {
        return Class.forName("io.rustls4j." + type.replace('.', '$'));
    }
}
