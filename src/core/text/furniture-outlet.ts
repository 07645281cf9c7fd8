const OUTLET =
  /(?<!\p{L})(?:post|times|news|newspaper|daily|herald|courier|gazette|bulletin|ledger|tribune|guardian|journal|press|agency|standard|chronicle|observer|mail|mirror|telegraph|express|globe|independent|examiner|monitor|wire|quarterly|weekly|monthly|magazine|review|briefing|dispatch|broadcasting|zeitung|tagblatt|anzeiger|kurier|nachrichten|presse|rundschau|allgemeine|spiegel|monde|figaro|libération|diario|periódico|país|correo|vanguardia|газета|новости|известия|коммерсант|агентство|правда|gazeta|dziennik|haber|gazetesi|afp|reuters|dpa|tass|interfax|yonhap|xinhua|kyodo|bbc|cnn|dw)(?!\p{L})|وكالة|صحيفة|جريدة|일보|신문|뉴스|방송|통신|経済|新聞|通信|ニュース|日报|晚报|新闻|新华|\.(?:com|org|net|co\.\w\w|de|fr|ru|kr|jp)$/iu;

/** True when a short line may be the name of a newspaper, an agency or a site. */
export function isOutletName(text: string): boolean {
  const words = text.split(/\s+/u);
  const short = text.length <= 48 && words.length <= 6 && !/[.!?:;"“”,]\s|[!?:"“”,]$/u.test(text);
  return short && OUTLET.test(text) && words.every((word) => !/^\p{Ll}{4,}$/u.test(word));
}
