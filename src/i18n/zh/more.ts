import type { more as english } from '#i18n/en/more.ts';

export const more: typeof english = {
  title: '更多',
  groups: { selling: '销售', data: '数据进出', safety: '安全与设置' },
  entries: {
    tasks: { name: '待办', hint: '按日期查看要做的事' },
    orders: { name: '订单与报价', hint: '在这里开的或导入的' },
    products: { name: '产品', hint: '开单所用的产品目录' },
    import: { name: '导入', hint: '表格、通讯录、粘贴的内容' },
    export: { name: '导出', hint: '列表、全部数据、日历' },
    duplicates: { name: '重复客户', hint: '找出重复的客户并合并' },
    fields: { name: '自定义字段', hint: '添加您的行业需要的信息' },
    history: { name: '历史', hint: '最近的更改，均可撤销' },
    trash: { name: '回收站', hint: '已删除的记录保留30天' },
    settings: { name: '设置', hint: '个人资料、拜访、外观、存储、隐私' },
  },
};
