package io.netty.internal.tcnative;

/** A task that can complete on another thread than the one that began it. */
public interface AsyncTask extends Runnable {
    /**
     * Begins the task.
     *
     * @param completeCallback is run when the task has completed, on any thread
     */
    void runAsync(Runnable completeCallback);
}
