/** Real clients and servers, each with each, on the provider Rustls4j. */
@NullMarked
package io.rustls4j.programs;

import org.jspecify.annotations.NullMarked;
