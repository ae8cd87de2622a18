package io.causerie.telephony;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.Sip;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/** Knows what LiveKit was asked, and can pretend that it is away. */
@TestConfiguration
class AskedSip implements BeanPostProcessor {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** The names of the calls made while the work was done. */
    List<String> during(Runnable work) {
        calls.clear();
        work.run();
        return List.copyOf(calls);
    }

    void isAway() {
        away = true;
    }

    void works() {
        away = false;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Sip sip
                ? Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Sip.class},
                        (proxy, method, arguments) -> call(sip, method, arguments))
                : bean;
    }

    private Object call(Sip sip, Method method, Object[] arguments) throws Throwable {
        calls.add(method.getName());
        if (away) {
            throw new LiveKitException.Unknown("away");
        }
        try {
            return method.invoke(sip, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
