/** Certificates, keys and trust, the same files for every contestant and every process. */
@NullMarked
package io.rustls4j.benchmarks.credentials;

import org.jspecify.annotations.NullMarked;
