package io.rustls4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void writesValuesOfAllKinds() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("text", "C:\\a \"b\"\n\u001b");
        map.put("none", null);
        map.put("list", List.of("x", true));
        map.put("map", Map.of("inner", false));
        map.put("empty", Map.of());
        map.put("nothing", List.of());

        assertThat(Json.write(map))
                .isEqualTo(
                        """
                {
                  "text": "C:\\\\a \\"b\\"\\u000a\\u001b",
                  "none": null,
                  "list": ["x", true],
                  "map": {
                    "inner": false
                  },
                  "empty": {},
                  "nothing": []
                }""");
    }
}
