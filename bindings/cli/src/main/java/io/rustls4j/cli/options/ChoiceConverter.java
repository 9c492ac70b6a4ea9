package io.rustls4j.cli.options;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of a few words: the values' {@code toString}, in any case.
 *
 * @param <T> the values
 */
public abstract class ChoiceConverter<T> implements ITypeConverter<T> {
    private final List<T> choices;

    /**
     * Knows what can be chosen.
     *
     * @param choices all of it
     */
    protected ChoiceConverter(T[] choices) {
        this.choices = Stream.of(choices).toList();
    }

    @Override
    public final T convert(String value) {
        return choices.stream()
                .filter(choice -> choice.toString().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'" + value + "' is not one of " + known()));
    }

    private String known() {
        return choices.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
