import type { modelFile as english } from '#i18n/en/model-file.ts';

export const modelFile: typeof english = {
  export: '导出模型',
  title: '把这个模型带出 Rapport',
  what: '一个 ZIP 文件，内有 TensorFlow.js 模型、把客户变成数字的配方，以及检验结果。',
  notSealed: '文件没有加密：拿到它的人都能读。',
  tells:
    '文件里没有客户的名字，但有您的列名、各选项的取值（例如城市），以及客户的数值从最小到最大的分布。',
  make: '生成文件',
  ready: '文件已在下载内容中。',
  fileName: '模型',
  readme: ({ field, positive, isEnsemble, hasMatrix }) =>
    [
      '# 由 Rapport 生成的模型',
      '',
      `它给出“${field}”为“${positive}”的可能性。`,
      '',
      '| 文件 | 内容 |',
      '|---|---|',
      '| `model.json`、`weights.bin` | 只用标准层的 TensorFlow.js LayersModel：输入矩阵的一行，输出概率 |',
      '| `recipe.json` | 表格的一行怎样变成矩阵的一行，含所需的全部数字 |',
      '| `calibration.json` | logit 怎样变成概率（模型中已包含），以及检验结果 |',
      ...(isEnsemble ? ['| `ensemble.json` | 简单模型、决策树和组合权重，均为普通数字 |'] : []),
      ...(hasMatrix
        ? [
            '| `matrix.csv` | 被评分表格的矩阵：`row`（文件中的行号，从0开始），然后是各个输入 |',
            '| `scores.csv` | Rapport 给这些行的概率 |',
          ]
        : []),
      '',
      '使用方法：用网络服务器提供此文件夹，然后：',
      '',
      '```js',
      "const model = await tf.loadLayersModel('model.json');",
      'const probabilities = model.predict(tf.tensor2d(rows)); // rows：由 recipe.width 个数字组成的数组',
      '```',
      '',
      '在处理器（`cpu`）上，结果与 Rapport 相差不到 0.00001。只用16位计算的图形芯片相差会更大。',
      '',
      '这些文件没有加密。其中没有客户的名字，但有列名、选项的取值和客户数值的分布：请像对待这类清单一样谨慎转交。',
      '',
    ].join('\n'),
};
