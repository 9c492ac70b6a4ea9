package io.rustls4j.contract;

/** What lies between two sides, in one direction. */
@FunctionalInterface
interface Wire {
    /** Leaves everything as it is. */
    Wire PLAIN = sent -> sent;

    /**
     * Carries bytes.
     *
     * @param sent what one side sent
     * @return what the other side receives now
     */
    byte[] carry(byte[] sent);

    /**
     * Nothing more is sent until something is received: what was held back must come out now, if
     * ever.
     */
    default byte[] quiet() {
        return new byte[0];
    }
}
