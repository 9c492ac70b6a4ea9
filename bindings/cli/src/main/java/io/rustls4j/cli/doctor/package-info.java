/** {@code rustls4j doctor}: which engine would run here, and what to change. */
@NullMarked
package io.rustls4j.cli.doctor;

import org.jspecify.annotations.NullMarked;
