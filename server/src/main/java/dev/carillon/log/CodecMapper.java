package dev.carillon.log;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.carillon.school.Id;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/// The mapper behind [Codec]. It asks nothing of the core: families are found through their
/// `permits`, ids through theirs, so that a new event or id is written without a word here.
final class CodecMapper {
  private static final String ROOT = "dev.carillon.";

  private CodecMapper() {}

  static JsonMapper create() {
    return JsonMapper.builder()
        .annotationIntrospector(new SealedFamilies())
        .addModules(new Jdk8Module(), new JavaTimeModule(), ids(), persistentCollections())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /// `HelpClaimed` is `help-claimed`.
  static String kebab(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  static boolean isFamily(Class<?> type) {
    return type.isSealed() && type.getName().startsWith(ROOT) && type != Id.class;
  }

  /// The records of a sealed family and of the families in it.
  static Stream<Class<?>> members(Class<?> family) {
    return Stream.of(family.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? members(type) : Stream.of(type));
  }

  /// Sealed interfaces are told apart by the kebab-case name of the record, in `type`.
  private static final class SealedFamilies extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      return isFamily(annotated.getRawType())
          ? JsonTypeInfo.Value.construct(
              JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, null)
          : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
      var type = annotated.getRawType();
      return isFamily(type)
          ? members(type).map(member -> new NamedType(member, kebab(member))).toList()
          : super.findSubtypes(annotated);
    }
  }

  private static SimpleModule ids() {
    var module = new SimpleModule("ids");
    for (var permitted : Id.class.getPermittedSubclasses()) {
      addId(module, permitted.asSubclass(Id.class));
    }
    return module;
  }

  private static <T extends Id> void addId(SimpleModule module, Class<T> type) {
    var make = IdMaker.of(type);
    module.addSerializer(type, new IdWriter<>());
    module.addKeySerializer(type, new IdKeyWriter<>());
    module.addDeserializer(type, new IdReader<>(make));
    module.addKeyDeserializer(type, new IdKeyReader(make));
  }

  private static final class IdWriter<T extends Id> extends JsonSerializer<T> {
    @Override
    public void serialize(T id, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(id.value());
    }
  }

  private static final class IdKeyWriter<T extends Id> extends JsonSerializer<T> {
    @Override
    public void serialize(T id, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeFieldName(id.value());
    }
  }

  private static final class IdReader<T extends Id> extends JsonDeserializer<T> {
    private final Function<String, T> make;

    IdReader(Function<String, T> make) {
      this.make = make;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return make.apply(json.getText());
    }
  }

  private static final class IdKeyReader extends KeyDeserializer {
    private final Function<String, ? extends Id> make;

    IdKeyReader(Function<String, ? extends Id> make) {
      this.make = make;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      return make.apply(key);
    }
  }

  private static SimpleModule persistentCollections() {
    var module = new SimpleModule("persistent-collections");
    module.setDeserializers(
        new SimpleDeserializers() {
          private static final long serialVersionUID = 1;

          @Override
          public @Nullable JsonDeserializer<?> findMapDeserializer(
              MapType type,
              DeserializationConfig config,
              BeanDescription description,
              @Nullable KeyDeserializer keys,
              @Nullable TypeDeserializer values,
              @Nullable JsonDeserializer<?> value) {
            return persistentMap(type);
          }

          @Override
          public @Nullable JsonDeserializer<?> findCollectionDeserializer(
              CollectionType type,
              DeserializationConfig config,
              BeanDescription description,
              @Nullable TypeDeserializer elements,
              @Nullable JsonDeserializer<?> element) {
            return persistentCollection(type);
          }
        });
    return module;
  }

  private static @Nullable JsonDeserializer<?> persistentMap(MapType type) {
    var raw = type.getRawClass();
    if (raw == PMap.class) {
      return read(type, CodecMapper::plainMap, (Map<Object, Object> map) -> HashTreePMap.from(map));
    }
    if (raw == PSortedMap.class) {
      return read(
          type,
          CodecMapper::plainMap,
          (Map<Object, Object> map) -> TreePMap.from(CodecMapper::inOrder, map));
    }
    return null;
  }

  private static @Nullable JsonDeserializer<?> persistentCollection(CollectionType type) {
    var raw = type.getRawClass();
    if (raw == PVector.class) {
      return read(
          type, CodecMapper::plainList, (Collection<Object> list) -> TreePVector.from(list));
    }
    if (raw == PSet.class) {
      return read(
          type, CodecMapper::plainList, (Collection<Object> list) -> HashTreePSet.from(list));
    }
    return null;
  }

  @SuppressWarnings("unchecked") // Keys of a sorted map can be compared.
  private static int inOrder(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }

  private static JavaType plainMap(TypeFactory types, JavaType type) {
    return types.constructMapType(LinkedHashMap.class, type.getKeyType(), type.getContentType());
  }

  private static JavaType plainList(TypeFactory types, JavaType type) {
    return types.constructCollectionType(ArrayList.class, type.getContentType());
  }

  /// The collection the JDK knows.
  @FunctionalInterface
  private interface Plain {
    JavaType of(TypeFactory types, JavaType type);
  }

  /// Reads a collection the JDK knows and turns it into a persistent one.
  private static <T> JsonDeserializer<Object> read(
      JavaType type, Plain plain, Function<T, Object> turn) {
    return new StdDelegatingDeserializer<>(
        new Converter<T, Object>() {
          @Override
          public Object convert(T value) {
            return turn.apply(value);
          }

          @Override
          public JavaType getInputType(TypeFactory types) {
            return plain.of(types, type);
          }

          @Override
          public JavaType getOutputType(TypeFactory types) {
            return type;
          }
        });
  }
}
