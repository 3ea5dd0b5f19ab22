package dev.carillon.gateway;

/// What a board without scripts says.
///
/// @param page of two numbers: this page and how many there are
record LiteWords(
    String language,
    String go,
    String soon,
    String now,
    String paused,
    String held,
    String over,
    String closed,
    String doorNow,
    String doorNext,
    String page,
    String pairing) {
  private static final LiteWords EN =
      new LiteWords(
          "en",
          "Where to go now",
          "Next stops",
          "Where everybody is now",
          "Paused. Stay where you are.",
          "Nobody moves yet. Stay where you are.",
          "School is over for today.",
          "No school now.",
          "Now",
          "Next",
          "Page %d of %d",
          "Type this code under Settings, Let people in, and say which board this is.");

  private static final LiteWords ES =
      new LiteWords(
          "es",
          "A dónde ir ahora",
          "Próximas paradas",
          "Dónde está cada quien",
          "En pausa. Quédate donde estás.",
          "Nadie se mueve todavía. Quédate donde estás.",
          "La escuela terminó por hoy.",
          "No hay escuela ahora.",
          "Ahora",
          "Después",
          "Página %d de %d",
          "Escribe este código en Ajustes, Dar acceso, y di qué tablero es.");

  private static final LiteWords FR_CA =
      new LiteWords(
          "fr-CA",
          "Où aller maintenant",
          "Prochains arrêts",
          "Où est chacun",
          "En pause. Reste où tu es.",
          "Personne ne bouge encore. Reste où tu es.",
          "L’école est finie pour aujourd’hui.",
          "Pas d’école en ce moment.",
          "Maintenant",
          "Ensuite",
          "Page %d de %d",
          "Tape ce code sous Réglages, Donner accès, et dis de quel tableau il s’agit.");

  static LiteWords of(String language) {
    if (language.startsWith("fr")) {
      return FR_CA;
    }
    return language.startsWith("es") ? ES : EN;
  }
}
