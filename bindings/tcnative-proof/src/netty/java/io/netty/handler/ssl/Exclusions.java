package io.netty.handler.ssl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips what {@code exclusions.txt} names, with its reason in the report, and says afterwards what
 * that was. A line that no longer names a test fails the class. JUnit finds it as a service.
 */
public final class Exclusions implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {
    private static final List<Exclusion> ALL = read();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod()
                .flatMap(method -> find(context, method))
                .map(found -> ConditionEvaluationResult.disabled("excluded: " + found.reason()))
                .orElse(ConditionEvaluationResult.enabled("not excluded"));
    }

    private static Optional<Exclusion> find(ExtensionContext context, Method method) {
        return of(context).stream()
                .filter(exclusion -> exclusion.test().equals(method.getName()))
                .findFirst();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        List<String> tests =
                Arrays.stream(context.getRequiredTestClass().getMethods())
                        .map(Method::getName)
                        .toList();
        for (Exclusion exclusion : of(context)) {
            if (!tests.contains(exclusion.test())) {
                throw new IllegalStateException(
                        "exclusions.txt names %s, which Netty has no more; remove the line"
                                .formatted(exclusion.test()));
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<Exclusion> here = of(context);
        StringBuilder report = new StringBuilder();
        report.append(context.getDisplayName()).append(": tests excluded: ").append(here.size());
        for (Exclusion exclusion : here) {
            report.append("\n  ").append(exclusion.test()).append(": ").append(exclusion.reason());
        }
        System.out.println(report);
    }

    private static List<Exclusion> of(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        return ALL.stream().filter(exclusion -> exclusion.isFor(testClass)).toList();
    }

    private static List<Exclusion> read() {
        try (InputStream file = Exclusions.class.getResourceAsStream("/exclusions.txt")) {
            if (file == null) {
                throw new IllegalStateException("exclusions.txt is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Exclusion::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
