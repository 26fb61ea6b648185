/** Words of a header that name a protected trait (product.md: off by default as a feature). */
const english = new Set(
  (
    'gender sex birth birthday birthdate born dob nationality citizenship ethnicity ethnic race ' +
    'racial religion religious faith health disease illness disability disabled diagnosis pregnant ' +
    'pregnancy'
  ).split(' '),
);

const chinese = /性别|生日|出生|国籍|民族|种族|宗教|信仰|健康|疾病|病史|残疾|怀孕/u;

/** Whether a column's name says that it holds gender, birthday, nationality, health or religion. */
export const isProtectedTrait = (name: string): boolean => {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return chinese.test(name) || words.some((word) => english.has(word));
};
