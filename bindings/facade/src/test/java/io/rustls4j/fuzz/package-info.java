/** What fuzz tests have in common. How to let them search: CONTRIBUTING.md. */
@NullMarked
package io.rustls4j.fuzz;

import org.jspecify.annotations.NullMarked;
