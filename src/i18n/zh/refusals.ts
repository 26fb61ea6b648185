import type { Advice, Facts, RefusalWords } from '#i18n/refusal-words.ts';

const say = (what: string, safe: string, next: string) => (): Advice => ({ what, safe, next });

const untouched = '客户数据没有改动。';
const nothingImported = '没有导入任何内容，客户数据没有改动。';
const oldModel = '客户数据和正在使用的模型都没有改动。';
const oldSegments = '客户数据和现有细分都没有改动。';

const naming = (facts: Facts, key: string, before = '“', after = '”') =>
  facts[key] === undefined ? '' : `${before}${facts[key]}${after}`;

const worker = {
  cancelled: say('已取消。', untouched, '可以随时重新开始。'),
  'worker-died': say(
    '任务中断了：系统结束了它，多半是内存不足。',
    '之前保存的内容都还在。',
    '请关闭其他应用后重试。',
  ),
  'worker-silent': say('任务没有响应，已被结束。', '之前保存的内容都还在。', '请重试。'),
  'busy-elsewhere': say('另一个标签页正在运行此任务。', untouched, '请等它结束，或在那里取消。'),
  bug: say(
    'Rapport 自身出了问题。',
    '之前保存的内容都还在。',
    '请重试。如果再次出现，请在设置中复制报告。',
  ),
};

const tablet = {
  'position-denied': say(
    '平板没有允许 Rapport 获取位置。',
    '没有位置也能正常使用。',
    '可在浏览器中允许此页面使用位置，或直接继续。',
  ),
  'position-unknown': say(
    '暂时无法获取位置。',
    '没有位置也能正常使用。',
    '可到室外重试，或直接继续。',
  ),
};

const database = {
  'storage-full': say(
    '平板的存储空间已满。',
    '之前保存的内容都还在，最后一步没有保存。',
    '请清理平板空间后重试。',
  ),
  'storage-unavailable': say(
    '此浏览器不允许 Rapport 存储数据。',
    '没有任何改动。',
    '请退出无痕模式或允许此页面存储数据，然后重新加载。',
  ),
  'database-newer': say(
    '平板上的数据是由更新版本的 Rapport 保存的。',
    '没有任何改动。',
    '请关闭所有 Rapport 标签页再重新打开，以使用新版本。',
  ),
  'database-blocked': say(
    '另一个 Rapport 标签页正占用数据。',
    '没有任何改动。',
    '请关闭其他 Rapport 标签页后重试。',
  ),
  'vault-locked': say('数据已锁定。', '数据都还在，并已加密。', '请用口令或恢复密钥打开。'),
  'vault-damaged': say(
    '打开平板数据的密钥已损坏。',
    '加密数据没有改动。',
    '请恢复备份，或清除全部数据后重新开始。',
  ),
  'edit-conflict': say(
    '此内容已在另一个标签页或后台被修改。',
    '对方的修改已保留，您的修改没有保存。',
    '请查看新内容后再修改一次。',
  ),
  'not-found': say('此内容已不存在。', '其他内容没有改动。', '请返回列表。'),
  'nothing-to-undo': say('没有可以撤销的操作。', untouched, '无需处理。'),
};

const files = {
  'file-empty': say('文件是空的。', nothingImported, '请选择其他文件。'),
  'file-binary': say(
    '这不是文本表格，看起来是图片或程序。',
    nothingImported,
    '请选择CSV或文本文件。电子表格请先另存为CSV。',
  ),
  'file-too-large': say(
    '文件太大，无法一次导入。',
    nothingImported,
    '请拆分成较小的文件后依次导入。',
  ),
  'file-unreadable': say(
    '无法用该编码读取文件。',
    nothingImported,
    '请选择其他编码，或重新选择文件。',
  ),
  'file-one-column': say(
    '文件只有一列。',
    nothingImported,
    '请选择其他分隔符，或检查文件是否为表格。',
  ),
  'file-no-rows': say('文件只有表头，没有数据行。', nothingImported, '请选择有数据的文件。'),
  'file-conflict-markers': (facts: Facts) => ({
    what: `文件${naming(facts, 'row', '第', '行')}同时含有两个版本（冲突标记，如 <<<<<<<）。`,
    safe: nothingImported,
    next: '请在编辑器中合并两个版本，保存后重新导入。',
  }),
  'file-other-kind': (facts: Facts) => ({
    what: `这是其他类型的文件${naming(facts, 'kind', '（', '）')}。`,
    safe: nothingImported,
    next: '请在原来的程序中打开，另存为XLSX或CSV后再导入。',
  }),
  'file-encrypted': say(
    '工作簿有密码保护。',
    nothingImported,
    '请在原来的程序中打开，另存一份不带密码的副本后再导入。',
  ),
  'workbook-too-large': say(
    '工作簿解压后过大，无法导入。',
    nothingImported,
    '请把工作表另存为CSV，或拆分成较小的工作簿。',
  ),
  'workbook-damaged': say(
    '工作簿已损坏或不完整。',
    nothingImported,
    '请重新选择文件，或在原来的程序中重新保存。',
  ),
  'file-needs-answer': (facts: Facts) => ({
    what: `文件${naming(facts, 'column', '的“', '”列')}有一处需要您确认。`,
    safe: nothingImported,
    next: '请选择日期和小数的写法，然后继续。',
  }),
  'file-kind-unknown': say(
    '无法判断文件是客户还是订单。',
    nothingImported,
    '请说明文件内容是哪一种。',
  ),
  'column-missing': (facts: Facts) => ({
    what: `缺少必需的列${naming(facts, 'column', '：“')}${naming(facts, 'field', '：“')}。`,
    safe: nothingImported,
    next: '请把文件中的一列对应到它。',
  }),
  'import-not-found': say('此导入已不存在，可能已经撤销。', untouched, '无需处理。'),
};

const outgoing = {
  'export-not-ours': say(
    '这不是 Rapport 导出的全部数据文件。',
    untouched,
    '请选择 Rapport 导出的 JSON 文件；其他文件请使用“导入”。',
  ),
  'export-newer': say(
    '此文件由更新版本的 Rapport 写成。',
    untouched,
    '请联网打开一次 Rapport 以获得新版本，然后重试。',
  ),
  'export-damaged': (facts: Facts) => ({
    what: `文件已损坏或被改动${naming(facts, 'line', '（第', '行）')}。`,
    safe: '没有写入其中任何内容。',
    next: '请使用该文件的另一份副本。',
  }),
  'restore-not-empty': say(
    '这台设备上已有客户或订单。',
    untouched,
    '全部数据文件只能恢复到空的 Rapport：请先在“设置”中清除全部数据，或改为导入列表。',
  ),
  'list-too-long': say(
    '列表过长，无法在此设备上生成工作簿。',
    untouched,
    '请改为生成 CSV 文件，或缩小列表范围。',
  ),
  'nothing-to-export': say('没有可导出的内容。', untouched, '请选择其他列表。'),
};

const learning = {
  'no-data': say('还没有客户。', untouched, '请导入文件或载入演示数据。'),
  'target-missing': (facts: Facts) => ({
    what: `要预测的列${naming(facts, 'column')}${naming(facts, 'field')}不存在。`,
    safe: oldModel,
    next: '请选择其他列。',
  }),
  'target-one-class': say(
    '所有行的结果都相同，没有可以区分的内容。',
    oldModel,
    '请选择两种结果都出现的列。',
  ),
  'target-not-binary': (facts: Facts) => ({
    what: `要预测的列有${facts.values ?? facts.distinct ?? '两个以上'}个不同的值，必须正好是两个。`,
    safe: oldModel,
    next: '请选择只有两个值的列，例如“是”和“否”。',
  }),
  'too-few-rows': (facts: Facts) => ({
    what: `数据太少，无法学习${naming(facts, 'rows', '：只有', '行')}。至少需要${facts.needed ?? facts.least ?? 200}行。`,
    safe: oldModel,
    next: '请导入更多客户后再训练。',
  }),
  'too-few-positives': (facts: Facts) => ({
    what: `较少的一种结果出现得太少${naming(facts, 'positives', '：只有', '次')}。至少需要${facts.needed ?? facts.least ?? 50}次。`,
    safe: oldModel,
    next: '请导入更多客户后再训练。',
  }),
  'no-usable-columns': say(
    '没有可用于学习的列。',
    oldModel,
    '请允许更多的列，或导入列更多的文件。',
  ),
  'backend-unavailable': say(
    '所选的计算方式在此平板上不可用。',
    oldModel,
    '请选择“自动”，由 Rapport 选用可用的方式。',
  ),
  'training-diverged': say(
    '训练偏离正常，已停止。',
    oldModel,
    '请重新训练；如果再次出现，请去掉数值极端的列。',
  ),
  'model-missing': say('还没有模型。', untouched, '请在“洞察”中训练一个。'),
  'not-scored': say(
    '正在使用的模型没有为这位客户评分。',
    untouched,
    '请在“洞察”中重新训练，为所有客户评分。',
  ),
};

const segments = {
  'too-few-customers': (facts: Facts) => ({
    what: `不同的客户太少${naming(facts, 'customers', '：', '位')}，分不出${facts.k ?? '这么多'}个细分。`,
    safe: oldSegments,
    next: '请减少细分数量，或导入更多客户。',
  }),
  'no-numeric-columns': (facts: Facts) => ({
    what: `没有可用于细分的数值${naming(facts, 'columns', '：', '')}。`,
    safe: oldSegments,
    next: '请选择数值列。',
  }),
  'columns-constant': (facts: Facts) => ({
    what: `所有客户的值都相同${naming(facts, 'columns', '：', '')}，无法分组。`,
    safe: oldSegments,
    next: '请选择其他列。',
  }),
  'no-orders': say('没有可用于细分的订单。', oldSegments, '请导入订单，或按客户的列进行细分。'),
};

const assistant = {
  'pattern-invalid': (facts: Facts) => ({
    what: `无法理解${naming(facts, 'pair', '第', '条对话的')}模式。`,
    safe: '没有保存任何内容。',
    next: '请检查括号和特殊符号后重新保存。',
  }),
  'message-empty': say('还没有写问题。', untouched, '请写好后发送。'),
};

const attachments = {
  'attachment-too-large': (facts: Facts) => ({
    what: `文件超过了可随客户保存的大小${naming(facts, 'megabytes', '（最大 ', ' MB）')}。`,
    safe: '没有添加任何内容；其他内容不受影响。',
    next: '请添加较小的文件，或拍一张照片。',
  }),
  'picture-unreadable': say(
    '图片无法读取，或其中藏有不是图片的内容。',
    '没有添加任何内容；其他内容不受影响。',
    '请拍照或截图后再添加。',
  ),
};

export const refusals: RefusalWords = {
  ...worker,
  ...database,
  ...tablet,
  ...files,
  ...outgoing,
  ...learning,
  ...segments,
  ...assistant,
  ...attachments,
};
