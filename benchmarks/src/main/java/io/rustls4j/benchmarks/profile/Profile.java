package io.rustls4j.benchmarks.profile;

import java.nio.file.Path;

/**
 * What one run came to.
 *
 * @param flames a page with a flame graph
 * @param frames the hottest
 */
record Profile(Path flames, HotFrames frames) {}
