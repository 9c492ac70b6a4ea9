package io.rustls4j.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.suite.Case;
import io.rustls4j.benchmarks.suite.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was measured on one machine, as it is kept in JSON. */
public record Results(Machine machine, List<Measurement> measurements) {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Scenario.class, ToStringSerializer.instance)
                                    .addDeserializer(Scenario.class, new ScenarioReader()))
                    .build();

    /** Reads what {@link #write} wrote. */
    public static Results read(Path file) throws IOException {
        return MAPPER.readValue(file.toFile(), Results.class);
    }

    public void write(Path file) throws IOException {
        MAPPER.writeValue(file.toFile(), this);
    }

    /**
     * These and others.
     *
     * @throws IllegalArgumentException if the others are of another machine, or of other versions
     */
    public Results and(Results others) {
        List<String> differences = machine.differences(others.machine);
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException(
                    "results of two machines, or of two versions, cannot be compared; these differ in "
                            + differences
                            + ": "
                            + machine.facts()
                            + " and "
                            + others.machine.facts());
        }
        List<Measurement> all = new ArrayList<>(measurements);
        all.addAll(others.measurements);
        return new Results(machine, all);
    }

    /** Whether a case is there, which is so when all have had all of their turns. */
    public boolean has(Case subject) {
        return measurements.stream().anyMatch(one -> one.subject().equals(subject));
    }
}
