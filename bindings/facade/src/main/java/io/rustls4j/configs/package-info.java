/**
 * How the modules of this project keep configurations that they build by need. Exported to them
 * only.
 */
@NullMarked
package io.rustls4j.configs;

import org.jspecify.annotations.NullMarked;
