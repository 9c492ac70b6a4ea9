package io.rustls4j;

/**
 * A defect inside the engine, caught at the boundary. The connection is dead and must be closed;
 * the process is not harmed.
 */
public final class EnginePanicException extends TlsException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what the engine said.
     *
     * @param message the panic's message, where it is known
     */
    public EnginePanicException(String message) {
        super(message, null, null);
    }
}
