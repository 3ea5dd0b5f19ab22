package dev.carillon.log;

import dev.carillon.school.Id;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;

/// Makes an id from its text.
final class IdMaker<T extends Id> implements Function<String, T> {
  private final Class<T> type;
  private final MethodHandle constructor;

  private IdMaker(Class<T> type, MethodHandle constructor) {
    this.type = type;
    this.constructor = constructor;
  }

  static <T extends Id> IdMaker<T> of(Class<T> type) {
    try {
      var constructor =
          MethodHandles.lookup()
              .findConstructor(type, MethodType.methodType(void.class, String.class));
      return new IdMaker<>(
          type, constructor.asType(MethodType.methodType(Object.class, Object.class)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an id is a record of one text: " + type, e);
    }
  }

  @Override
  public T apply(String text) {
    try {
      return type.cast(constructor.invoke((Object) text));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
