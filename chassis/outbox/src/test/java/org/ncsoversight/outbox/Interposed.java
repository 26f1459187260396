package org.ncsoversight.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** Puts something between the relay and one method of what it talks to. */
final class Interposed {

    interface Around {
        Object call(Callable<Object> real) throws Exception;
    }

    /** The process dies here: nothing of the relay catches it. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        Crash() {
            super("crash", null, false, false);
        }
    }

    private Interposed() {}

    static <T> T on(Class<? super T> type, T real, String name, Around around) {
        @SuppressWarnings("unchecked") // The proxy implements the one interface that the relay sees.
        T interposed = (T) Proxy.newProxyInstance(
                Interposed.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    Callable<Object> call = () -> {
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() instanceof RuntimeException cause ? cause : e;
                        }
                    };
                    return method.getName().equals(name) ? around.call(call) : call.call();
                });
        return interposed;
    }

    static Around crashBefore() {
        return _ -> {
            throw new Crash();
        };
    }

    static Around crashAfter() {
        return real -> {
            real.call();
            throw new Crash();
        };
    }
}
