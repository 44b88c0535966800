/**
 * What an environment may hold at most. Of the indexes of a collection WeChat's pages say 20 in one
 * place and 100 in another: counted is with the smaller.
 */
export const quotas = { functions: 50, collections: 100, indexes: 20 }
