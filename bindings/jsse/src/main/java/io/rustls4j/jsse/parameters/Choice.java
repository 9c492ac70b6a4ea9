package io.rustls4j.jsse.parameters;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a list of names, in its order and each once. What is not is logged.
 *
 * @param <T> what the names stand for
 */
final class Choice<T> {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

    private final String what;
    private final List<T> chosen = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    Choice(String what) {
        this.what = what;
    }

    /**
     * Adds what a name stands for.
     *
     * @param found empty if rustls lacks it
     * @param permitted whether it may be offered
     */
    void add(String name, Optional<T> found, boolean permitted) {
        if (found.isEmpty() || !permitted) {
            dropped.add(name);
        } else if (!chosen.contains(found.get())) {
            chosen.add(found.get());
        }
    }

    List<T> made() {
        if (!dropped.isEmpty()) {
            LOG.log(
                    Level.DEBUG,
                    "enabled {0} that rustls lacks or that are not permitted, not offered: {1}",
                    what,
                    dropped);
        }
        return chosen;
    }
}
