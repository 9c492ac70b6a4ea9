/**
 * A safe Java API to <a href="https://github.com/rustls/rustls">rustls</a>, in rustls's own
 * vocabulary.
 *
 * <p>Start at {@link io.rustls4j.ClientConfig} or {@link io.rustls4j.ServerConfig}, make a {@link
 * io.rustls4j.TlsConnection} from it and move bytes through it; or wrap a channel in a {@link
 * io.rustls4j.TlsChannel} and just read and write. Which of the two engines does the work is told
 * by {@link io.rustls4j.TlsEngines#current()}.
 *
 * <p>Configurations and everything they are made of are immutable and may be shared between
 * threads. A connection belongs to one thread at a time.
 */
@NullMarked
package io.rustls4j;

import org.jspecify.annotations.NullMarked;
