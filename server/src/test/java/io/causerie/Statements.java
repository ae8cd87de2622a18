package io.causerie;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/** Counts what is sent to the database; import it into a test. Work that recurs by itself is not counted. */
@TestConfiguration
public class Statements implements BeanPostProcessor {

    private final List<String> sent = new CopyOnWriteArrayList<>();

    /** The statements sent while the work was done. */
    public List<String> during(Runnable work) {
        sent.clear();
        work.run();
        return List.copyOf(sent);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? wrap(
                        DataSource.class,
                        source,
                        (method, result) -> result instanceof Connection connection ? counted(connection) : result)
                : bean;
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && !recurring((String) arguments[0])) {
                        sent.add((String) arguments[0]);
                    }
                    return call(connection, method, arguments);
                });
    }

    private static boolean recurring(String statement) {
        return statement.contains("shedlock")
                || Thread.currentThread().getName().startsWith("scheduling-")
                || Thread.currentThread().getName().equals("lobby-bouncer");
    }

    private interface Answer {
        Object of(java.lang.reflect.Method method, Object result);
    }

    private <T> Object wrap(Class<T> type, T target, Answer answer) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.of(method, call(target, method, arguments)));
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
