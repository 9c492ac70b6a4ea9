package io.rustls4j.benchmarks.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;

/** Reads a scenario from its text form. */
final class ScenarioReader extends StdDeserializer<Scenario> {
    private static final long serialVersionUID = 1;

    ScenarioReader() {
        super(Scenario.class);
    }

    @Override
    public Scenario deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        return Scenario.parse(parser.getText());
    }
}
